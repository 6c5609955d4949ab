import type { SourcePeek } from "@gp2gp/core";
import { parseFileName } from "./wire/file-names.ts";
import { layouts } from "./wire/tables.ts";

/** Whether a source looks like a Vision extract: files named as it names them, and patients of as many columns. */
export function detectInpsCsv({ parts }: SourcePeek): "yes" | "maybe" | "no" {
  const patients = parts.filter(({ name }) => parseFileName(name)?.table === "patient");
  if (patients.length === 0) return "no";
  const { live, testPack = live } = layouts.patient;
  // Commas within values only make more of them: which layout it is, binding finds out.
  const fits = ({ head }: SourcePeek["parts"][number]) =>
    head.byteLength === 0 || new TextDecoder().decode(head).split(",").length >= testPack.length;
  return patients.every(fits) ? "yes" : "maybe";
}
