import { diffRecords, entrySections, factsOf, pointerOf } from "@gp2gp/core";
import type { EntrySection, Loss, PatientRecord, RecordDifference } from "@gp2gp/core";

/**
 * The facts of a record that its reading back does not have, or has otherwise, and that no loss names:
 * what was lost in silence. An entry that is gone is reported when each of its facts is. Order is no fact.
 */
export function unreportedLosses(
  record: PatientRecord,
  reread: PatientRecord,
  losses: readonly Loss[],
): readonly RecordDifference[] {
  const reported = new Set(losses.map((loss) => loss.record));
  return diffRecords(record, reread).filter((difference) => {
    switch (difference.kind) {
      case "removed":
      case "changed":
        return !isReported(record, difference.path, reported);
      case "added":
      case "moved":
        return false;
    }
  });
}

function isReported(record: PatientRecord, path: string, reported: ReadonlySet<string>): boolean {
  if (isUnder(path, reported)) return true;
  const [, section, index, ...within] = path.split("/");
  const entry = entrySections.includes(section as EntrySection)
    ? record[section as EntrySection][Number(index)]
    : undefined;
  if (!entry || within.length > 0) return false;
  return factsOf(entry).every((fact) => isUnder(path + pointerOf(...fact.path), reported));
}

function isUnder(path: string, reported: ReadonlySet<string>): boolean {
  for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/")))
    if (reported.has(at)) return true;
  return false;
}
