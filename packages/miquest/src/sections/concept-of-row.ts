import { degradeKindOf } from "@gp2gp/core";
import type { Coded } from "@gp2gp/core";
import { parseCode } from "../wire/code-set.ts";
import type { EntryStart } from "../reading/entry-start.ts";
import type { MiquestReading } from "../reading/miquest-reading.ts";

/** The concept of a row: its code with its term, or a term alone. */
export function conceptOf(
  { cells, row, text }: EntryStart,
  own: MiquestReading,
): { readonly concept?: Coded } {
  const { CODE, RUBRIC } = cells;
  if (CODE === undefined)
    return RUBRIC === undefined ? {} : { concept: { text: RUBRIC, codings: [] } };
  const { source } = row;
  const coding = parseCode(CODE, own.systemOf(row), RUBRIC);
  if (coding.system === undefined) own.report("value-malformed", { source });
  const kind = degradeKindOf(coding.system, coding.code);
  if (kind === undefined) return { concept: { codings: [coding] } };
  // A stand-in beside which the codes it stands for are carried is none any more.
  const isUndone = text.carried.facts.some(
    ({ path: [first, second], value }) =>
      value === undefined && isKey(first, "concept") && isKey(second, "codings"),
  );
  if (!isUndone)
    own.report(kind === "drug-allergy" ? "allergy-degraded" : "code-degraded", { source });
  return { concept: { codings: [coding], degrade: { kind, reason: "received" } } };
}

function isKey(step: object | undefined, key: string): boolean {
  return step !== undefined && "key" in step && step.key === key;
}
