import type { SourcePeek } from "@gp2gp/core";
import { originalTerms, tableOfName } from "./wire/tables.ts";
import { partNameOf } from "./wire/part-names.ts";

/** Whether a source looks like a bundle of the EMIS extract: its files are called by their tables, and begin with the columns of these. */
export function detectEmisCsv({ parts }: SourcePeek): "yes" | "maybe" | "no" {
  const answers = parts.map(({ name, head }) => detectPart(name, head));
  if (answers.includes("yes")) return "yes";
  return answers.includes("maybe") ? "maybe" : "no";
}

function detectPart(path: string, head: Uint8Array): "yes" | "maybe" | "no" {
  const name = partNameOf(path);
  if (!name) return "no";
  if (name.isEncrypted) return "yes";
  if (name.table === originalTerms.name) return "maybe";
  const [first = ""] = new TextDecoder().decode(head).split(/[\r\n]/, 1);
  const columns = new Set(first.split(",").map((cell) => cell.replaceAll(/["\uFEFF\s]/g, "")));
  const { key, patient } = tableOfName(name.table);
  const demanded = [key, patient].filter((column) => column !== undefined);
  if (!demanded.every((column) => columns.has(column))) return "no";
  return name.table === "Admin_Patient" ? "yes" : "maybe";
}
