import type { Content, Document } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import { issue } from "../../tpp-sr-csv-issues.ts";
import { rowSystem } from "../../wire/row-numbers.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { directions, emailAddress, partyColumns } from "./read-document.ts";

/** Writes a document as media, its bytes as a file beside the extract; a letter of an extract as a letter. */
export function writeDocument(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "documents");
  const isLetter = entry.identifiers.some(({ system }) => system === rowSystem("SRLetter"));
  const row = writing.start(placed, isLetter ? "SRLetter" : "SRMedia");
  writing.putListed(row, "CommunicationType", entry.type);
  const direction = [...directions].find(([, known]) => known === entry.direction)?.[0];
  writing.put(row, "Direction", direction);
  writeParty(row, "Sender", entry.sender, writing);
  writeParty(row, "Recipient", entry.recipient, writing);
  if (isLetter)
    writing.putDate(row, "DateFinalised", entry.sent?.kind === "point" ? entry.sent.at : undefined);
  else writeContent(row, placed, entry, writing);
  const isAddress = ({ text }: Document["texts"][number]): boolean =>
    !isLetter && text === `${emailAddress}${row.cells["EmailAddress"]}`;
  const texts = entry.texts.filter((text) => !isAddress(text));
  const words = writeWords(row, { texts }, writing);
  writing.place(placed, { rows: [row, ...words.rows], ...(words.text && { text: words.text }) });
}

function writeContent(
  row: RowDraft,
  { index }: PlacedEntry,
  { content, identifiers, texts }: Document,
  writing: ExtractWriting,
): void {
  const email = texts.find(
    ({ text, role }) => role === "displayed" && text.startsWith(emailAddress),
  );
  writing.put(row, "EmailAddress", email?.text.slice(emailAddress.length));
  writing.put(row, "FileName", content.name);
  const own = identifiers.find(({ system }) => system === tppSystems.document)?.value;
  if (content.state === "stored") writing.put(row, "FileSize", String(content.bytes));
  const file = fileOf(content, own, writing);
  if (content.state === "stored" && file === undefined)
    writing.rows.issues.push(issue("content-missing-in-store", { record: `/documents/${index}` }));
  writing.put(row, "DocumentUID", file ?? own);
}

/** What the file with the bytes of a document is called by. */
function fileOf(
  content: Content,
  own: string | undefined,
  { rows }: ExtractWriting,
): string | undefined {
  if (content.state !== "stored") return undefined;
  const isName = own !== undefined && /^[A-Za-z0-9_-]{1,100}$/.test(own);
  return rows.files.fileOf(content, isName ? own : content.sha256)?.reference;
}

function writeParty(
  row: RowDraft,
  party: "Recipient" | "Sender",
  said: Document["sender"],
  writing: ExtractWriting,
): void {
  const columns = partyColumns(party);
  writing.put(row, columns.person[2], said?.person);
  writing.put(row, columns.organisation, said?.organisation);
}
