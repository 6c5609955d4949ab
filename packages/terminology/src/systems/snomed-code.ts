import { readSnomedId } from "@gp2gp/core";
import { readable, unreadable } from "./code-check.ts";
import type { CodeCheck } from "./code-check.ts";

/** A SNOMED CT identifier, which has one form. */
export function checkSnomed(text: string): CodeCheck {
  const read = readSnomedId(text);
  return read.ok ? readable(text, { component: read.component }) : unreadable(read.fault);
}
