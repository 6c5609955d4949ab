import type { SourcePeek } from "@gp2gp/core";
import { tableOfPart } from "./wire/bind-part.ts";
import { folderOf } from "./wire/supersedes.ts";

/**
 * An extract is known by its file of patients. Several of them are one extract and those of what changed
 * since, where their folders stand side by side and are named for their times; else they are none. A
 * lone table of another kind may belong to one.
 */
export function detectExtract({ parts }: SourcePeek): "yes" | "maybe" | "no" {
  const patients = parts.filter(({ name }) => tableOfPart(name) === "SRPatient");
  if (patients.length === 0 || !patients.every(({ head }) => isTable(head))) return "no";
  return patients.length === 1 || areOfOnePlace(patients.map(({ name }) => name)) ? "yes" : "no";
}

function areOfOnePlace(names: readonly string[]): boolean {
  const folders = names.map((part) => folderOf({ source: { part } }));
  const around = names.map((name) => name.split(/[/\\]/).slice(0, -2).join("/"));
  return !folders.includes(undefined) && new Set(around).size === 1;
}

/** Whether a file begins with a header row that names the identifier of rows. */
function isTable(head: Uint8Array): boolean {
  const [header = ""] = new TextDecoder("latin1").decode(head).split(/[\r\n]/, 1);
  return /(?:^|\W)RowIdentifier(?:$|\W)/.test(header) && /(?:^|\W)NHSNumber(?:$|\W)/.test(header);
}
