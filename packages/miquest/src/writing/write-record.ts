import type { EntryOf, EntrySection } from "@gp2gp/core";
import type { PlacedEntry, Placement, RowDraft, RowWriting, TextPlace } from "@gp2gp/tabular";
import type { MiquestProfile } from "../miquest-profile.ts";
import { writeAllergy } from "../sections/allergies/write-allergy.ts";
import { writeConsultation } from "../sections/consultations/write-consultation.ts";
import {
  episodeOfAuthorisation,
  episodeOfIssue,
  repeatsOf,
  writeQuantity,
} from "../sections/medication/write-medication.ts";
import { writeObservation, putEpisodicity } from "../sections/observations/write-observation.ts";
import { putRegistration, writePatient } from "../sections/patient/write-patient.ts";
import { documentSystem } from "../sections/documents/read-document.ts";
import { writeReferral } from "../sections/referrals/write-referral.ts";
import { writeCode } from "../sections/write-code.ts";
import type { WrittenCode } from "../sections/write-code.ts";
import { linesTable } from "../wire/attributes.ts";
import { actual } from "../wire/code-tables.ts";
import { dayAlone } from "../wire/day.ts";
import { kindOfRow } from "../wire/kind-of-row.ts";
import type { JournalKind } from "../wire/kind-of-row.ts";
import { isFileName, parseLinks, serialiseLinks } from "../wire/links.ts";
import { fillRow, putSaid } from "./fill-row.ts";
import { MiquestWriting } from "./miquest-writing.ts";

/** What is no statement about the patient's health: it stands in words, without a code. */
const wordsAlone: ReadonlySet<EntrySection> = new Set<EntrySection>([
  "agents",
  "alerts",
  "appointmentsAndTasks",
  "contacts",
  "groups",
  "links",
  "narratives",
  "questionnaires",
  "registrations",
]);

/** Writes a record as rows. */
export function writeRecord(rows: RowWriting, profile: MiquestProfile): void {
  const own = new MiquestWriting(rows, profile);
  const repeats = repeatsOf(rows.record);
  // Whoever reads the rows needs the code set, as a reader of the responses has it from their heads.
  const LINE = `*QRY_CODES,0,${own.enquiries.codeSet},`;
  rows.rows.push({ table: linesTable.name, cells: { LINE }, source: {} });
  writePatient(own);
  const problems: PlacedEntry<"problems">[] = [];
  const agents: PlacedEntry<"agents">[] = [];
  for (const placed of rows.entries()) {
    switch (placed.section) {
      case "consultations":
        writeConsultation(placed as PlacedEntry<"consultations">, own);
        break;
      case "referrals":
        writeReferral(placed as PlacedEntry<"referrals">, own);
        break;
      case "problems":
        problems.push(placed as PlacedEntry<"problems">);
        break;
      case "agents":
        agents.push(placed as PlacedEntry<"agents">);
        break;
      case "registrations":
        writeRegistration(placed as PlacedEntry<"registrations">, own, repeats);
        break;
      default:
        writeJournalEntry(placed, own, repeats);
    }
  }
  // What other rows refer to is known when they are written.
  for (const placed of problems) writeProblem(placed, own, repeats);
  for (const placed of agents)
    if (!own.agents.isMadeOfCells(placed.entry.id)) writeAgent(placed, own);
}

function writeJournalEntry(
  placed: PlacedEntry,
  own: MiquestWriting,
  repeats: ReadonlySet<string>,
): void {
  const { section, entry } = placed;
  const row = own.addRow("JOURNALS");
  fillRow(row, entry, own);
  if (section === "documents") linkDocument(row, entry as EntryOf<"documents">, own);
  if (section === "problems") own.link(row, { problem: own.names.of(entry.id) });
  putEpisode(row, placed, repeats, own);
  const code: WrittenCode = wordsAlone.has(section)
    ? { code: undefined, isUnsaid: false }
    : writeCode(row, placed, own);
  putMembers(row, placed, code, own);
  const kind = kindOfRow(row.cells, own.system);
  putSaid(row, entry, kind, own);
  if (kind !== "narratives" && !code.isUnsaid) own.put(row, "CONTEXT", actual);
  own.rows.place(placed, {
    rows: [row],
    text: { row, column: "TEXT", own: wordsOf(placed, kind) },
    isPlain: kind !== section,
    reasons: code.reasons,
    mapped: code.mapped,
    blocksPrescribing: code.blocksPrescribing,
  });
  const text = own.rows.placements.at(-1)?.text?.own;
  if (section !== "problems") own.nameRow(row, entry, { mark: "own", text });
  own.journal.set(entry.id, row);
}

/** Writes what the entry has beside its code, where the row will be read as one of its kind. */
function putMembers(
  row: RowDraft,
  { section, entry }: PlacedEntry,
  code: WrittenCode,
  own: MiquestWriting,
): void {
  const kind = kindOfRow(row.cells, own.system);
  const isMedicine = kind === "authorisations" || kind === "issues";
  if (section === "observations" && (kind === "observations" || kind === "narratives"))
    writeObservation(row, entry as EntryOf<"observations">, code, own);
  else if (kind !== section) return;
  else if (section === "allergies") writeAllergy(row, entry as EntryOf<"allergies">, own);
  else if (section === "problems") putEpisodicity(row, entry as EntryOf<"problems">, own);
  else if (isMedicine) writeQuantity(row, entry as EntryOf<"issues">, own);
}

/** Writes which kind of medicine a row is. */
function putEpisode(
  row: RowDraft,
  { section, entry }: PlacedEntry,
  repeats: ReadonlySet<string>,
  own: MiquestWriting,
): void {
  if (section === "authorisations")
    own.put(row, "EPISODE", episodeOfAuthorisation(entry as EntryOf<"authorisations">));
  if (section !== "issues") return;
  const issue = entry as EntryOf<"issues">;
  own.put(row, "EPISODE", episodeOfIssue(issue, repeats));
  const { course } = issue;
  if (course?.link === "source" && row.cells["EPISODE"] === "I")
    own.link(row, { others: [own.names.of(course.id)] });
}

/** The words of a row: of a medicine how it is to be taken, of anything else what was noted. */
function wordsOf({ section, entry }: PlacedEntry, kind: JournalKind): string | undefined {
  if (kind !== "authorisations" && kind !== "issues")
    return entry.texts.find(({ role }) => role === "note")?.text;
  // The words of a row that is only shown as a medicine would be read as how to take it.
  return kind === section ? (entry as EntryOf<"issues">).dosages[0] : undefined;
}

/** Names the file of a document: as it came from this system, else by its digest. */
function linkDocument(
  row: RowDraft,
  { content, identifiers }: EntryOf<"documents">,
  own: MiquestWriting,
): void {
  if (!own.prints("JOURNALS", "LINKS")) return;
  const system = documentSystem(own.profile.supplier);
  const given = identifiers.find((one) => one.system === system)?.value;
  const name = given !== undefined && isFileName(given) ? given : undefined;
  const document =
    content.state === "stored"
      ? own.rows.files.fileOf(content, name ?? content.sha256)?.reference
      : name;
  own.link(row, { document });
}

/** A problem is said of the row of the entry that names it, where no other problem is; else it has a row of its own. */
function writeProblem(
  placed: PlacedEntry<"problems">,
  own: MiquestWriting,
  repeats: ReadonlySet<string>,
): void {
  const { entry } = placed;
  const row = entry.names === undefined ? undefined : own.journal.get(entry.names);
  const links = row && own.linksOf(row);
  if (!row || links?.own === undefined || links.problem !== undefined) {
    writeJournalEntry(placed, own, repeats);
    return;
  }
  own.link(row, { problem: own.names.of(entry.id) });
  const { effective } = entry;
  // The end is the problem's from now on.
  delete row.cells["END_DATE"];
  if (effective?.kind === "period") own.put(row, "END_DATE", dayAlone(effective.end));
  own.rows.place(placed, { rows: [row] });
}

/** The registration that stands in the row of the patient is the one that goes on, or began last. */
function writeRegistration(
  placed: PlacedEntry<"registrations">,
  own: MiquestWriting,
  repeats: ReadonlySet<string>,
): void {
  const { record, withheld, patientRows } = own.rows;
  const [first] = record.registrations
    .filter(({ id }) => !withheld.has(id))
    .toSorted((left, right) => (rankOf(left) < rankOf(right) ? 1 : -1));
  const [row] = patientRows;
  if (placed.entry === first && row && putRegistration(row, placed.entry, own))
    own.rows.place(placed, { rows: [row] });
  else writeJournalEntry(placed, own, repeats);
}

/** Sorts what goes on behind what has ended, and then by when it began; the same in whichever order they stand. */
function rankOf({ id, start = "", end }: EntryOf<"registrations">): string {
  return `${end === undefined ? "1" : "0"} ${start} ${id}`;
}

/** An agent of whom more is known than cells say: a row that tells it, under the name other rows have for it. */
function writeAgent(placed: PlacedEntry<"agents">, own: MiquestWriting): void {
  const { entry } = placed;
  const row = own.addRow("JOURNALS");
  own.put(row, "HCP", own.agents.ownName(entry.id));
  own.link(row, { own: own.names.of(entry.id) });
  own.rows.place(placed, { rows: [row], text: { row, column: "TEXT" }, isPlain: true });
}

/** Adds a row for further details, beside what they are of where that has a day and is an encounter. */
export function addDetails(rows: RowWriting, about: Placement | undefined): TextPlace {
  const row = rows.addRow("JOURNALS");
  const subject = about?.rows[0];
  const [patient] = rows.patientRows;
  for (const attribute of ["REFERENCE", "NHS_NUMBER"])
    rows.set(row, attribute, patient?.cells[attribute]);
  if (subject) rows.set(row, "DATE", subject.cells["DATE"]);
  const { encounter } = parseLinks(
    subject?.table === "ENCOUNTERS" ? subject.cells["LINKS"] : undefined,
  );
  rows.set(row, "LINKS", serialiseLinks({ encounter }));
  return { row, column: "TEXT" };
}
