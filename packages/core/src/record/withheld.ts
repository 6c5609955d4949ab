import type { Loss } from "../contract/loss.ts";
import { pointerOf } from "../facts/facts.ts";
import { entrySections } from "./patient-record.ts";
import type { AnyEntry, EntryOf, EntrySection, PatientRecord } from "./patient-record.ts";

/** What of a record may not leave, and a loss for each entry that stays behind. */
export interface Withheld {
  /** Ids of the entries that stay behind. */
  readonly withheld: ReadonlySet<string>;
  readonly losses: readonly Loss[];
}

/**
 * Confidential entries, and what would tell of them: what stands in them, and the problems they name.
 * An entry that holds a confidential measurement is confidential.
 */
export function findWithheld(record: PatientRecord): Withheld {
  const dependants = new Map<string, string[]>();
  const waiting: string[] = [];
  for (const section of entrySections) {
    for (const entry of record[section]) {
      for (const on of dependsOn(section, entry)) {
        const known = dependants.get(on);
        if (known) known.push(entry.id);
        else dependants.set(on, [entry.id]);
      }
      if (isConfidential(section, entry)) waiting.push(entry.id);
    }
  }
  const withheld = new Set<string>();
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (withheld.has(id)) continue;
    withheld.add(id);
    waiting.push(...(dependants.get(id) ?? []));
  }
  return { withheld, losses: lossesOf(record, withheld) };
}

export function isConfidential(section: EntrySection, entry: AnyEntry): boolean {
  if (entry.confidentiality.length > 0) return true;
  if (section !== "observations") return false;
  const { components = [] } = entry as EntryOf<"observations">;
  return components.some(({ confidentiality }) => confidentiality.length > 0);
}

function dependsOn(section: EntrySection, entry: AnyEntry): string[] {
  const names = section === "problems" ? (entry as EntryOf<"problems">).names : undefined;
  return [entry.consultation, entry.within, names].filter((id) => id !== undefined);
}

function lossesOf(record: PatientRecord, withheld: ReadonlySet<string>): Loss[] {
  if (withheld.size === 0) return [];
  return entrySections.flatMap((section) =>
    [...record[section].entries()].flatMap(([index, { id }]): Loss[] =>
      withheld.has(id)
        ? [{ type: "withheld", record: pointerOf(section, index), section, reason: "confidential" }]
        : [],
    ),
  );
}
