import { pointerOf } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { inpsSystems } from "../../inps-systems.ts";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { writeDocumentId } from "../../wire/cells.ts";
import { documentEntities } from "../../wire/entities.ts";
import { addJournalRow, ownWords } from "../journal/add-journal-row.ts";
import { writeConcept } from "../journal/write-concept.ts";

/** A row under the entity of letters or attachments; its bytes stand as a file named by its id. */
export function writeDocument(placed: PlacedEntry<"documents">, inps: InpsWriting): void {
  const { writing } = inps;
  const { entry } = placed;
  const row = addJournalRow("C", placed, inps);
  const said = writeConcept(row, placed, inps);
  if (!entry.concept) writing.set(row, "RUBRIC", entry.title);
  writing.set(row, "ENTITY", entityOf(entry.type));
  writeContent(row, placed, inps);
  writing.place(placed, {
    rows: [row],
    text: { row, column: "TEXT", own: ownWords(entry) },
    ...said,
  });
}

function entityOf(type: string | undefined): string {
  const [, [attachment]] = documentEntities;
  return documentEntities.find(([, name]) => name === type)?.[0] ?? attachment;
}

function writeContent(
  row: RowDraft,
  { section, index, entry }: PlacedEntry<"documents">,
  { writing, keys }: InpsWriting,
): void {
  const { content, identifiers, id } = entry;
  if (content.state !== "stored") return;
  const own = identifiers.find(({ system }) => system === inpsSystems.document)?.value;
  const reference = own !== undefined && /^[\w-]+$/.test(own) ? own : keys.idAsKey(id);
  const file = writing.files.fileOf(content, reference);
  if (file) writing.set(row, "DOCUMENT_ID", writeDocumentId(file.reference));
  else writing.report("content-missing-in-store", { record: pointerOf(section, index) });
}
