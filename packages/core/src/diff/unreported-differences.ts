import type { Loss } from "../contract/loss.ts";
import { factsOf, pointerOf } from "../facts/facts.ts";
import type { EntrySection, PatientRecord } from "../record/patient-record.ts";
import { entrySections } from "../record/patient-record.ts";
import type { RecordPath } from "../record/residue.ts";
import type { RecordDifference } from "./diff-records.ts";

/**
 * The differences between a record and what was read back of its writing that no loss of the writing
 * names: the round-trip law holds when there are none. A removed entry is named when each of its facts
 * is; a fact that was added, when a loss names something of its entry; an added entry never is.
 */
export function unreportedDifferences(
  record: PatientRecord,
  differences: readonly RecordDifference[],
  losses: readonly Loss[],
): RecordDifference[] {
  const reported = new Set(losses.map((loss) => loss.record));
  const entriesWithLoss = new Set(losses.map((loss) => entryOf(loss.record)));
  const named = (path: RecordPath): boolean =>
    prefixesOf(path).some((prefix) => reported.has(prefix));
  return differences.filter(({ kind, path, from, entry, section }) => {
    switch (kind) {
      case "changed":
        return !named(path);
      case "removed":
        return from === undefined ? !factPaths(record, section, path).every(named) : !named(path);
      case "added":
        return entry === undefined || !entriesWithLoss.has(entry);
      case "moved":
        return !named(`${path}/order`);
    }
  });
}

/** Every pointer a pointer lies within, itself included. */
function prefixesOf(path: RecordPath): RecordPath[] {
  const steps = path.split("/");
  return steps.map((_, index) => steps.slice(0, index + 1).join("/")).slice(1);
}

/** The entry (or patient) a pointer leads into. */
function entryOf(path: RecordPath): RecordPath {
  const steps = path.split("/");
  return steps.slice(0, entrySections.some((name) => name === steps[1]) ? 3 : 2).join("/");
}

function factPaths(
  record: PatientRecord,
  section: RecordDifference["section"],
  path: RecordPath,
): RecordPath[] {
  if (!entrySections.some((name) => name === section)) return [path];
  const entry = record[section as EntrySection][Number(path.split("/")[2])];
  return entry ? factsOf(entry).map((fact) => path + pointerOf(...fact.path)) : [path];
}
