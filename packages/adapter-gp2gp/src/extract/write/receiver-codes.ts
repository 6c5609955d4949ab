import { degradeKindOf, degradeKindOfEntry, pointerOf } from "@gp2gp/core";
import type { AnyEntry, Coding, EntrySection, TerminologyV1 } from "@gp2gp/core";
import type { CD } from "@gp2gp/hl7v3";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import { isLeadingCoding, isWritableCoding, writeTranslation } from "../values/coded.ts";
import type { WritingReport } from "./writing-report.ts";

export interface ReceiverCodes {
  /** The code systems the receiver understands. */
  readonly systems: readonly string[];
  readonly terminology: TerminologyV1;
  readonly report: WritingReport;
}

/** What a statement stands for: an entry, or a measurement in one. */
export interface CodedPlace {
  readonly section: EntrySection;
  readonly entry: AnyEntry;
  readonly pointer: string;
}

/**
 * The code of an entry's statement with a translation into each system the receiver understands and the
 * source did not code in, where a map finds one that is sure enough for the kind of entry. The code
 * recorded stays first, and what it came with before what a map added; each translation is reported.
 */
export function withReceiverCodes<Code extends CD>(
  code: Code,
  { section, entry, pointer }: CodedPlace,
  { systems, terminology, report }: ReceiverCodes,
): Code {
  const { concept: coded } = entry;
  // The code of some classes is none of the entry's: it says what kind of statement it is.
  const main = coded?.codings.find(isLeadingCoding);
  if (!coded || !main || main.code !== code.code) return code;
  const added: CD[] = [];
  for (const system of systems) {
    if (coded.codings.some((coding) => isOwnCode(coding, system))) continue;
    const answer = terminology.translate({
      coded,
      targets: [system],
      kind: degradeKindOfEntry(section, entry),
      hasValue: "value" in entry && entry.value?.kind === "quantity",
    });
    if (answer.outcome === "no-map") continue;
    const record = pointer + pointerOf("concept");
    const from = coded.codings[answer.from ?? 0];
    // A retired concept stands before the active one that replaced it.
    for (const to of [answer.coding, ...(answer.also ?? [])].filter(isWritableCoding)) {
      added.push(writeTranslation(to));
      report.losses.push({
        type: "translated",
        record,
        section,
        reason: "code-translated",
        carriedAs: report.locationOf("translation"),
        ...(from && { from }),
        to,
        assured: to.map?.assured ?? "unknown",
      });
    }
    if (added.length > 0) report.issues.push(issue("receiver-adapted", { record }));
  }
  return added.length === 0
    ? code
    : { ...code, translation: [...(code.translation ?? []), ...added] };
}

/** Whether a coding is of the system and no stand-in. */
function isOwnCode(coding: Coding, system: string): boolean {
  return coding.system === system && degradeKindOf(system, coding.code) === undefined;
}
