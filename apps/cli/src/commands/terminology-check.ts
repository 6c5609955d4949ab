import { plainText } from "../output/plain-text.ts";
import { writeOut } from "../output/write-out.ts";
import { ofPack, openPack } from "../terminology/open-pack.ts";
import type { TerminologyInfoOptions } from "./terminology-info.ts";

/** `gp2gp terminology check`: whether a pack is whole. Rejects where it is not. */
export async function terminologyCheck({ pack, json }: TerminologyInfoOptions): Promise<number> {
  using file = openPack(pack);
  ofPack(pack, () => file.pack.check());
  const { name, bodyBytes, bodySha256 } = file.pack.header;
  if (json)
    await writeOut(
      `${JSON.stringify({ name, whole: true, bytes: bodyBytes, sha256: bodySha256 })}\n`,
    );
  else await writeOut(`${plainText(name)} is whole: ${bodyBytes} bytes, sha256 ${bodySha256}\n`);
  return 0;
}
