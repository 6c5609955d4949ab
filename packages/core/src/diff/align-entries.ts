import type { AnyEntry, EntrySection, PatientRecord } from "../record/patient-record.ts";
import { dateOfEffective } from "../values/effective.ts";

/** Two entries of the same section that are the same entry, by their indexes in the two records. */
export interface AlignedPair {
  readonly section: EntrySection;
  readonly a: number;
  readonly b: number;
}

export interface SectionAlignment {
  readonly pairs: readonly AlignedPair[];
  readonly onlyInA: readonly number[];
  readonly onlyInB: readonly number[];
}

/** Pairs the entries of one section: by id; those left by concept and date, then by concept alone, each in record order. */
export function alignSection(
  section: EntrySection,
  a: PatientRecord,
  b: PatientRecord,
): SectionAlignment {
  const pairs: AlignedPair[] = [];
  let leftA = a[section].map((_, index) => index);
  let leftB = b[section].map((_, index) => index);
  for (const key of [(entry: AnyEntry) => entry.id, signature, conceptKey]) {
    const waiting = new Map<string, number[]>();
    for (const index of leftB) {
      const entry = b[section][index];
      if (!entry) continue;
      const queue = waiting.get(key(entry));
      if (queue) queue.push(index);
      else waiting.set(key(entry), [index]);
    }
    for (const queue of waiting.values()) queue.reverse();
    const matched = new Set<number>();
    leftA = leftA.filter((index) => {
      const entry = a[section][index];
      const partner = entry && waiting.get(key(entry))?.pop();
      if (partner === undefined) return true;
      pairs.push({ section, a: index, b: partner });
      matched.add(partner);
      return false;
    });
    leftB = leftB.filter((index) => !matched.has(index));
  }
  return { pairs, onlyInA: leftA, onlyInB: leftB };
}

function conceptKey(entry: AnyEntry): string {
  const coding = entry.concept?.codings[0];
  return JSON.stringify([
    coding?.system,
    coding?.code,
    coding ? undefined : (entry.concept?.text ?? entry.texts[0]?.text),
  ]);
}

function signature(entry: AnyEntry): string {
  return JSON.stringify([conceptKey(entry), dateOfEffective(entry.effective), entry.recorded]);
}
