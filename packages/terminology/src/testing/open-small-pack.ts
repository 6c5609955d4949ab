import { readFileSync } from "node:fs";
import { packBytesOf } from "../pack/pack-bytes.ts";
import { openPack } from "../pack/terminology-pack.ts";
import type { TerminologyPack } from "../pack/terminology-pack.ts";
import { smallPackUrl } from "../small-pack.ts";

export function openSmallPack(): TerminologyPack {
  return openPack(packBytesOf(readFileSync(smallPackUrl)));
}
