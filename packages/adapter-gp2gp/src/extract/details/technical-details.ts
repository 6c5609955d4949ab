import type { AnyEntry, Json } from "@gp2gp/core";
import { readDateTime } from "../values/date-time.ts";

/** Members of wire values that say nothing clinical of their own: how a thing is coded, not what it is. */
const technical: ReadonlySet<string> = new Set([
  "typeCode",
  "classCode",
  "moodCode",
  "determinerCode",
  "contextControlCode",
  "contextConductionInd",
  "inversionInd",
  "seperatableInd",
  "sequenceNumber",
  "nullFlavor",
  "statusCode",
  "representation",
  "mediaType",
  "xsiType",
  "dataType",
  "type",
  "kind",
  "root",
  "use",
  "inverted",
  "inclusive",
  "unit",
  "repeat",
]);
const dates: ReadonlySet<string> = new Set([
  "effectiveTime",
  "availabilityTime",
  "expirationTime",
  "time",
  "low",
  "high",
  "center",
]);

export interface UnplacedDetails {
  /** Whether one of them is a date that could not be read. */
  readonly malformed: boolean;
  /** The members of the statement that say what no fact of the entry says. */
  readonly unplaced: readonly string[];
}

/** What of the details kept with an entry is more than technical and is not said by a fact of the entry in another form. */
export function unplacedDetails(data: Json, entry: AnyEntry): UnplacedDetails {
  const leaves: { readonly path: string; readonly value: string }[] = [];
  collectLeaves(data, "", leaves);
  if (leaves.length === 0) return { malformed: false, unplaced: [] };
  const facts = new Set<string>();
  collectFacts(entry, facts);
  const unplaced = new Set<string>();
  let malformed = false;
  for (const { path, value } of leaves) {
    const steps = path.split("/");
    if (steps.at(-1) === "value" && dates.has(steps.at(-2) ?? "")) {
      const date = readDateTime(value);
      if (date === undefined) malformed = true;
      else if (facts.has(date)) continue;
    }
    if (!facts.has(value)) unplaced.add(path);
  }
  return { malformed, unplaced: [...unplaced] };
}

function collectLeaves(
  node: Json,
  path: string,
  leaves: { readonly path: string; readonly value: string }[],
): void {
  if (typeof node === "string") {
    if (node.trim() !== "") leaves.push({ path, value: node });
  } else if (typeof node === "object" && node !== null) {
    for (const [key, item] of Object.entries(node))
      if (!technical.has(key))
        collectLeaves(item, /^\[?\d+\]?$/.test(key) ? path : `${path}/${key}`, leaves);
  }
}

function collectFacts(value: unknown, facts: Set<string>): void {
  if (typeof value === "string") facts.add(value);
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value))
      if (key !== "supplierData" && key !== "source") collectFacts(item, facts);
  }
}
