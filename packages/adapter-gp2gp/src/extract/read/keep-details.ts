import type { AnyEntry, EntrySection, Issue, Json, PatientRecordDraft } from "@gp2gp/core";
import { pointerOf } from "@gp2gp/core";
import { compositionComponent, directoryPart } from "@gp2gp/hl7v3";
import type { NestedComponent } from "@gp2gp/hl7v3";
import { differenceOf } from "../details/wire-difference.ts";
import { unplacedDetails } from "../details/technical-details.ts";
import { formatId } from "../format.ts";
import type { ExtractVersion } from "../format.ts";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import { writeStatement } from "../sections/write-statement.ts";
import type { PlacedEntry } from "../sections/write-statement.ts";
import { writePlace } from "../sections/agents/write-place.ts";
import { writePart } from "../sections/agents/write-part.ts";
import { plainComposition } from "../write/settle-consultation.ts";
import { RecordIndex } from "../write/record-index.ts";
import { comparePlaces } from "../write/record-tree.ts";
import { componentOf, settleStatement } from "../write/settle-statement.ts";
import { scopesOf } from "../write/write-scope.ts";
import type { Scopes } from "../write/write-scope.ts";
import type { ExtractReader } from "./extract-reader.ts";
import type { ReadUnit } from "./read-units.ts";
import type { SoundParts } from "./sound-parts.ts";

/**
 * Keeps, with each entry, what its source says beyond the plain form the writer would give it: so
 * that a record goes home as it came, and nothing of the source is forgotten by not being thought of.
 */
export function keepDetails(
  record: PatientRecordDraft,
  reader: ExtractReader,
  version: ExtractVersion,
  sound: SoundParts,
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
    const { unplaced } = unplacedDetails(data, entry);
    if (unplaced.length > 0)
      issues.push(issue("detail-kept", { source: entry.source, detail: [...unplaced] }));
  };
  const leaveOut = (section: EntrySection, at: number, removed: Json | undefined): void => {
    const entry = record[section][at];
    if (!entry || removed === undefined) return;
    const { source } = entry;
    const { malformed, unplaced } = unplacedDetails(removed, entry);
    const kind = unplaced.length > 0 ? "clinical" : "technical";
    const parent = pointerOf(section, at);
    const order = record.residue.length;
    record.residue.push({ format: formatId, parent, order, kind, content: removed, source });
    if (malformed) issues.push(issue("date-malformed", { source }));
    issues.push(issue("detail-invalid", { source, detail: [...unplaced] }));
  };
  for (const { part, folder, index: at, renamed } of reader.agentParts) {
    const agent = record.agents[at];
    if (!agent) continue;
    const plain = writePart(agent, undefined, scopes.write);
    const { sound: kept, removed } = sound.of(directoryPart, part, plain);
    leaveOut("agents", at, removed);
    const difference = differenceOf(kept, plain);
    if (difference === undefined && folder === 0) continue;
    keep("agents", at, {
      ...(difference !== undefined && { part: difference }),
      ...(renamed && { ids: [agent.id] }),
      ...(folder > 0 && { folder }),
    });
  }
  for (const { component, folder, index: at, renamed } of reader.compositions) {
    const entry = record.consultations[at];
    if (!entry) continue;
    const place = entry.location === undefined ? undefined : index.entries.get(entry.location);
    const plain = plainComposition(
      entry,
      place?.section === "agents" ? writePlace(place.entry) : undefined,
      scopes,
    );
    const { sound: kept, removed } = sound.of(compositionComponent, component, plain, "component");
    leaveOut("consultations", at, removed);
    const difference = differenceOf(kept, plain);
    if (difference === undefined && folder === 0) continue;
    keep("consultations", at, {
      ...(difference !== undefined && { composition: difference }),
      ...(renamed && { ids: [entry.id] }),
      ...(folder > 0 && { folder }),
    });
  }
  for (const unit of reader.units) {
    const [first] = unit.entries;
    if (!first) continue;
    for (const at of unit.documents) keep("documents", at, { referred: true });
    const plain = plainOf(unit, record, scopes);
    const { sound: kept, removed } = sound.ofStatement(unit.component, plain, unit.nested);
    leaveOut(first.section, first.index, removed);
    const difference = differenceOf(kept, plain);
    const ids = unit.entries.flatMap(({ section, index: at }) => record[section][at]?.id ?? []);
    const told = !unit.renamed && isUsual(unit, record);
    if (difference === undefined && told) continue;
    keep(first.section, first.index, {
      ...(difference !== undefined && { component: difference }),
      ...(!told && { ids }),
    });
  }
  return issues;
}

/** Whether a writer puts the entries of a statement into one by itself, and in this order. */
function isUsual({ entries }: ReadUnit, record: PatientRecordDraft): boolean {
  return entries.every(({ section, index }, at) => {
    const next = entries[at + 1];
    const entry = record[section][index];
    const ownStatement = entry && "statement" in entry && entry.statement === entry.id;
    if (entries.length > 1 && ownStatement) return false;
    return next === undefined || comparePlaces({ section, index }, next) < 0;
  });
}

/** The plain form of a statement: as the writer would write its entries if it knew no more than the record. */
function plainOf(unit: ReadUnit, record: PatientRecordDraft, scopes: Scopes): NestedComponent {
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
