import type { Content, Document } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { issue } from "../../tpp-sr-csv-issues.ts";
import { rowIdentifiers } from "../../wire/row-numbers.ts";
import { isMadeUid } from "./document-uid.ts";

/** The directions of a letter, in the words of the format. */
export const directions = new Map([
  ["Incoming", "incoming"],
  ["Outgoing", "outgoing"],
  ["Other", "other"],
] as const);

/** Reads letters, of which the extract has no bytes, and media, whose bytes may stand beside it. */
export function readDocuments(extract: ExtractReading): void {
  for (const row of extract.of("SRLetter")) {
    const start = extract.start(row);
    const sent = extract.date(row, "DateFinalised");
    extract.add(
      "documents",
      {
        ...documentOf(row, extract),
        ...start.shape,
        ...start.dated,
        ...(sent !== undefined && { sent: { kind: "point", at: sent } }),
        content: { state: "absent", reason: "not-included" },
      },
      start.origin,
    );
  }
  for (const row of extract.of("SRMedia")) readMedia(row, extract);
}

function readMedia(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const { DocumentUID: uid, EmailAddress: email } = row.cells;
  const content = contentOf(row, extract);
  if (content.state === "absent")
    extract.rows.issues.push(issue("content-absent", { source: row.source }));
  extract.add(
    "documents",
    {
      ...documentOf(row, extract),
      ...start.shape,
      ...start.dated,
      identifiers: [
        ...rowIdentifiers("SRMedia", row.cells["RowIdentifier"]),
        ...(uid === undefined || isMadeUid(uid)
          ? []
          : [{ system: tppSystems.document, value: uid }]),
      ],
      ...(email !== undefined && {
        texts: [{ text: `${emailAddress}${email}`, role: "displayed" }, ...start.shape.texts],
      }),
      content,
    },
    start.origin,
  );
}

/** What stands before the address media were sent to or from, among the texts. */
export const emailAddress = "E-mail address: ";

function contentOf({ cells }: Row, { rows }: ExtractReading): Content {
  const { DocumentUID: uid, FileName: name } = cells;
  const stored = rows.contents.get(uid ?? "");
  const named = name === undefined ? {} : { name };
  if (!stored) return { state: "absent", reason: "not-included", ...named };
  return { state: "stored", sha256: stored.sha256, bytes: stored.bytes, ...named };
}

function documentOf(
  row: Row,
  extract: ExtractReading,
): Pick<Document, "direction" | "recipient" | "sender" | "type"> {
  const type = extract.words(row, "CommunicationType");
  const direction = directions.get(row.cells["Direction"] as "Incoming");
  const sender = partyOf(row, "Sender");
  const recipient = partyOf(row, "Recipient");
  return {
    ...(type !== undefined && { type }),
    ...(direction && { direction }),
    ...(sender && { sender }),
    ...(recipient && { recipient }),
  };
}

/** The columns that name one of the two parties of a letter. */
export function partyColumns(party: "Recipient" | "Sender") {
  return {
    person: [`${party}Title`, `${party}FirstName`, `${party}Surname`],
    organisation: `${party}Organisation`,
  } as const;
}

function partyOf({ cells }: Row, party: "Recipient" | "Sender"): Document["sender"] {
  const columns = partyColumns(party);
  const names = columns.person.flatMap((column) => cells[column] ?? []);
  const organisation = cells[columns.organisation];
  if (names.length === 0 && organisation === undefined) return undefined;
  return {
    ...(names.length > 0 && { person: names.join(" ") }),
    ...(organisation !== undefined && { organisation }),
  };
}
