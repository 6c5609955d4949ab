import type { Issue, Loss, LossReason, PatientRecord, RecordSection } from "@gp2gp/core";
import { entrySections } from "@gp2gp/core";

/** `1 entry`, `2 entries`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

/** A section as people say it: `test reports`. */
export function sectionName(section: RecordSection): string {
  const words = section.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return section === "issues" ? "medication issues" : words;
}

/** Entries of each section that has any, in the order people read a record. */
export function sectionCounts(record: PatientRecord): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const section of entrySections)
    if (record[section].length > 0) counts[section] = record[section].length;
  if (record.residue.length > 0) counts["residue"] = record.residue.length;
  return counts;
}

const reasons: Readonly<Record<LossReason, string>> = {
  "no-place": "the format has no place for it",
  "no-code-map": "no code of the format's own stands for it",
  "code-translated": "its code was translated",
  "value-not-representable": "the format cannot write such a value",
  "precision-not-representable": "the format cannot write a date or number so precise, or so vague",
  "too-long": "the format limits its length",
  confidential: "it is confidential",
  "other-supplier-data": "it is detail only the source system understands",
  "invalid-in-target": "the format would not accept it",
  merged: "it was joined with another",
};

export function reasonInWords(reason: LossReason): string {
  return reasons[reason];
}

const kinds: Readonly<Record<Loss["type"], string>> = {
  dropped: "dropped",
  degraded: "carried as text",
  translated: "translated, original kept",
  withheld: "withheld",
};

export function lossInWords(type: Loss["type"]): string {
  return kinds[type];
}

/** Issues by code, the gravest first, with how many there are and where the first is. */
export function issuesByCode(
  issues: readonly Issue[],
): readonly { readonly code: string; readonly count: number; readonly first: Issue }[] {
  const groups = new Map<string, { code: string; count: number; first: Issue }>();
  for (const issue of issues) {
    const group = groups.get(issue.code);
    if (group) group.count += 1;
    else groups.set(issue.code, { code: issue.code, count: 1, first: issue });
  }
  const rank = { error: 0, warning: 1, information: 2 } as const;
  return [...groups.values()].toSorted(
    (a, b) => rank[a.first.severity] - rank[b.first.severity] || b.count - a.count,
  );
}
