import type { AnyEntry, EntrySection, Issue, Json, PatientRecordDraft } from "@gp2gp/core";
import { differenceOf } from "../details/wire-difference.ts";
import { unplacedDetails } from "../details/technical-details.ts";
import { formatId } from "../format.ts";
import type { ExtractVersion } from "../format.ts";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import { writeStatement } from "../sections/write-statement.ts";
import type { PlacedEntry } from "../sections/write-statement.ts";
import { writePart } from "../sections/agents/write-part.ts";
import { plainComposition } from "../write/settle-consultation.ts";
import { RecordIndex } from "../write/record-index.ts";
import { componentOf, settleStatement } from "../write/settle-statement.ts";
import { scopesOf } from "../write/write-scope.ts";
import type { Scopes } from "../write/write-scope.ts";
import type { ExtractReader } from "./extract-reader.ts";
import type { ReadUnit } from "./read-units.ts";

/**
 * Keeps, with each entry, what its source says beyond the plain form the writer would give it: so
 * that a record goes home as it came, and nothing of the source is forgotten by not being thought of.
 */
export function keepDetails(
  record: PatientRecordDraft,
  reader: ExtractReader,
  version: ExtractVersion,
  newId: (seed: string) => string,
): Issue[] {
  const issues: Issue[] = [];
  const index = new RecordIndex(record);
  const scopes = scopesOf(index, version, newId);
  const keep = (
    section: EntrySection,
    at: number,
    data: { readonly [key: string]: Json },
  ): void => {
    const entry = record[section][at];
    if (!entry) return;
    reader.replace(section, at, {
      ...entry,
      supplierData: { ...entry.supplierData, [formatId]: { ...data } },
    } as AnyEntry);
    const { malformed, unplaced } = unplacedDetails(data, entry);
    if (malformed) issues.push(issue("date-malformed", { source: entry.source }));
    if (unplaced.length > 0)
      issues.push(issue("detail-kept", { source: entry.source, detail: [...unplaced] }));
  };
  for (const { part, index: at } of reader.agentParts) {
    const agent = record.agents[at];
    if (!agent) continue;
    const difference = differenceOf(part, writePart(agent, undefined, scopes.write));
    if (difference !== undefined) keep("agents", at, { part: difference });
  }
  for (const { component, index: at } of reader.compositions) {
    const entry = record.consultations[at];
    if (!entry) continue;
    const place = entry.location === undefined ? undefined : index.entries.get(entry.location);
    const plain = plainComposition(
      entry,
      place?.section === "agents" ? place.entry : undefined,
      scopes,
    );
    const difference = differenceOf(component, plain);
    if (difference !== undefined) keep("consultations", at, { composition: difference });
  }
  for (const unit of reader.units) {
    const [first] = unit.entries;
    if (!first) continue;
    const difference = differenceOf(unit.component, plainOf(unit, record, scopes));
    if (difference === undefined && unit.repeat === undefined) continue;
    keep(first.section, first.index, {
      ...(difference !== undefined && { component: difference }),
      ...(unit.repeat !== undefined && { repeat: unit.repeat }),
    });
  }
  return issues;
}

/** The plain form of a statement: as the writer would write its entries if it knew no more than the record. */
function plainOf(unit: ReadUnit, record: PatientRecordDraft, scopes: Scopes): object {
  const entries = unit.entries.map(
    ({ section, index }) => ({ section, index, entry: record[section][index] }) as PlacedEntry,
  );
  const statement = {
    entries,
    documents: unit.documents.flatMap((index) => record.documents[index] ?? []),
    links: unit.links.flatMap((index) => record.links[index] ?? []),
    inAllergyCategory: unit.inAllergyCategory,
  };
  if (!unit.carried) return componentOf(writeStatement(statement, scopes.write), unit.nested);
  const { consultation, within } = entries[0]?.entry ?? {};
  return settleStatement(statement, { consultation, within }, unit.nested, scopes).component;
}
