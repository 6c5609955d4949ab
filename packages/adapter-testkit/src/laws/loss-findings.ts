import { recordSections } from "@gp2gp/core";
import type { Loss, PatientRecord } from "@gp2gp/core";
import type { Bench, Written } from "../kit/bench.ts";
import type { Finding } from "../kit/law.ts";

/** What is wrong with a loss report by itself, whatever was written. */
export function lossFindings(
  { adapter }: Bench,
  record: PatientRecord,
  { losses, parts }: Written & { readonly ok: true },
): Finding[] {
  const names = new Set(parts.map(({ name }) => name));
  const rules: readonly (readonly [(loss: Loss) => boolean, string, string])[] = [
    [
      (loss) => pointsSomewhere(record, loss.record),
      "A loss points at nothing in the record.",
      "use the JSON Pointer of the fact: facts.pointer + pointerOf(...line.path).",
    ],
    [
      ({ record: pointer, section }) =>
        recordSections.includes(section) && pointer.split("/")[1] === section,
      "A loss names another section than its pointer.",
      "take section and pointer from the same EntryFacts.",
    ],
    [
      ({ type, carriedAs }) => type !== "degraded" || carriedAs !== undefined,
      "A degraded fact does not say where it is carried.",
      "give carriedAs: the part, and whether as text, narrative, degraded code or translation. What is carried nowhere is dropped.",
    ],
    [
      ({ carriedAs }) => carriedAs === undefined || names.has(carriedAs.part),
      "A loss says it is carried in a part that was not written.",
      "name a part of the artefact in carriedAs.",
    ],
    [
      ({ type, carriedAs }) =>
        (type !== "dropped" && type !== "withheld") || carriedAs === undefined,
      "A dropped or withheld fact says it is carried.",
      "call it degraded if it is carried, and leave carriedAs out if not.",
    ],
    [
      ({ type, section, reason }) =>
        type !== "dropped" ||
        reason === "other-supplier-data" ||
        hasReason(adapter.coverage[section]),
      "A fact is dropped and the coverage table gives no reason.",
      "carry it as text; if it truly cannot be, answer partial or none for the section and say why in the note.",
    ],
    [
      ({ type, from, to }) => type !== "translated" || (from !== undefined && to !== undefined),
      "A translated code does not say from what to what.",
      "give from and to, and whether the map is assured.",
    ],
  ];
  return rules.flatMap(([holds, broken, advice]): Finding[] => {
    const against = losses.filter((loss) => !holds(loss));
    if (against.length === 0) return [];
    return [
      {
        broken,
        found: against.map(({ record: at, type, reason }) => `${at} ${type} ${reason}`),
        advice,
      },
    ];
  });
}

function hasReason(
  answer: { readonly write: string; readonly note?: string } | undefined,
): boolean {
  return answer !== undefined && answer.write !== "full" && (answer.note ?? "").trim() !== "";
}

function pointsSomewhere(record: PatientRecord, pointer: string): boolean {
  let value: unknown = record;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !(key in value)) return false;
    value = (value as Record<string, unknown>)[key];
  }
  return pointer.startsWith("/");
}
