import { entrySections, pointerOf } from "@gp2gp/core";
import type { AnyEntry, EntryId, PatientRecord } from "@gp2gp/core";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import type { WritingReport } from "./writing-report.ts";

/**
 * The entries that are not to be written: those that are confidential, and all that stand in them.
 * Each is reported. Agents are not withheld: they are people and places, not facts about the patient.
 */
export function withheldEntries(
  record: PatientRecord,
  report: WritingReport,
): ReadonlySet<AnyEntry> {
  const withheld = new Set<AnyEntry>();
  const children = childrenByHost(record);
  const waiting: AnyEntry[] = [];
  for (const section of entrySections) {
    if (section === "agents") continue;
    for (const entry of record[section]) if (entry.confidentiality.length > 0) waiting.push(entry);
  }
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    if (withheld.has(entry)) continue;
    withheld.add(entry);
    waiting.push(...(children.get(entry.id) ?? []));
  }
  if (withheld.size === 0) return withheld;
  for (const section of entrySections) {
    for (const [index, entry] of record[section].entries()) {
      if (!withheld.has(entry)) continue;
      const path = pointerOf(section, index);
      report.losses.push({ type: "withheld", record: path, section, reason: "confidential" });
      report.issues.push(issue("confidential-withheld", { record: path }));
    }
  }
  return withheld;
}

/** Entries by the consultation, group or entry they stand in, and statements by the supplies that share one. */
function childrenByHost(record: PatientRecord): Map<EntryId, AnyEntry[]> {
  const children = new Map<EntryId, AnyEntry[]>();
  const add = (host: EntryId | undefined, entry: AnyEntry): void => {
    if (host === undefined) return;
    const others = children.get(host);
    if (others) others.push(entry);
    else children.set(host, [entry]);
  };
  for (const section of entrySections) {
    for (const entry of record[section]) {
      add(entry.consultation, entry);
      add(entry.within, entry);
      if (section === "problems" && "names" in entry) add(entry.names, entry);
    }
  }
  return children;
}
