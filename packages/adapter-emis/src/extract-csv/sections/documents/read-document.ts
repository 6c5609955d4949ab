import { newEntry } from "@gp2gp/core";
import type { Content, Identifier } from "@gp2gp/core";
import type { PatientRows, Row } from "@gp2gp/tabular";
import { emisSystems } from "../../../shared/emis-systems.ts";
import { bareKey } from "../../reading/live-rows.ts";
import type { ObservationRow } from "../../reading/observation-row.ts";
import type { EmisReading } from "../../reading/reading.ts";

/** A document, whose bytes the extract does not have; they are in files of their own where they came along. */
export function readDocument(observation: ObservationRow): void {
  const { row, reading } = observation;
  const head = observation.head();
  observation.add("documents", {
    ...head,
    identifiers: identifiersOf(row),
    content: contentOf(row, reading),
  });
}

/** The document of an entry that is more than one: a vaccination, or a value. */
export function readAttachedDocument(observation: ObservationRow): void {
  const { row, reading, id } = observation;
  reading.rows.add(
    "documents",
    {
      ...newEntry(reading.newId(`document of ${id}`), reading.rows.nextOrder(), row.source),
      within: id,
      identifiers: identifiersOf(row),
      content: contentOf(row, reading),
    },
    { rows: [row] },
  );
}

/** The document's own name in EMIS; a document that is named as its row has none. */
function identifiersOf({ cells }: Row): Identifier[] {
  const { DocumentGuid, ObservationGuid = "" } = cells;
  if (DocumentGuid === undefined || bareKey(DocumentGuid) === bareKey(ObservationGuid)) return [];
  return [{ system: emisSystems.documentStore, value: bareKey(DocumentGuid) }];
}

function contentOf({ cells, source }: Row, { rows }: EmisReading): Content {
  const { DocumentGuid } = cells;
  const stored = referencesOf(DocumentGuid ?? "")
    .map((reference) => rows.contents.get(reference))
    .find((one) => one !== undefined);
  if (stored) return stored;
  rows.report("content-absent", { source });
  return { state: "absent", reason: "not-included" };
}

/** What a document's file may be called: its GUID in either case, with braces or without. */
export function documentReferences(rows: PatientRows): readonly string[] {
  return rows
    .of("CareRecord_Observation")
    .flatMap(({ cells: { DocumentGuid } }) => referencesOf(DocumentGuid ?? ""));
}

function referencesOf(cell: string): string[] {
  if (cell === "") return [];
  const bare = bareKey(cell);
  return [bare, bare.toLowerCase(), `{${bare}}`, `{${bare.toLowerCase()}}`];
}
