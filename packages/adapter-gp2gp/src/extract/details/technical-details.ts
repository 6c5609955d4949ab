import type { Json } from "@gp2gp/core";

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
  "time",
  "low",
  "high",
  "center",
]);

/** What of the kept details is more than technical: the names of the members, and whether one is a date that could not be read. */
export function unplacedDetails(data: Json): {
  readonly malformed: boolean;
  readonly unplaced: readonly string[];
} {
  const unplaced = new Set<string>();
  let malformed = false;
  const visit = (node: Json, parent: string, path: string): void => {
    if (node === null) return;
    if (typeof node !== "object") {
      if (parent === "") return;
      malformed ||= path.endsWith("/value") && dates.has(path.split("/").at(-2) ?? "");
      unplaced.add(path);
      return;
    }
    for (const [key, item] of Object.entries(node)) {
      if (technical.has(key)) continue;
      visit(item, key, /^\d+$/.test(key) ? path : `${path}/${key}`);
    }
  };
  visit(data, "", "");
  return { malformed, unplaced: [...unplaced] };
}
