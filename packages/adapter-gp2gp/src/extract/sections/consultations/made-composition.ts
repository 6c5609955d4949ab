import { dateOfEffective, roleOf } from "@gp2gp/core";
import type { Coded, EntrySection, ParticipantRole } from "@gp2gp/core";
import type { CD, CompositionComponent, NestedComponent } from "@gp2gp/hl7v3";
import { shownDate, writeTimes } from "../../values/times.ts";
import { snomed } from "../shared/named-codes.ts";
import type { WriteScope } from "../shared/scopes.ts";
import type { PlacedEntry } from "../write-statement.ts";
import { writeAuthor, writeCompositionParticipants } from "./write-consultation.ts";

const names = {
  medication: snomed("196391000000103", "Non-consultation medication data"),
  other: snomed("196401000000100", "Non-consultation data"),
} as const;

/** What real messages say of entries without a consultation (gp2gp-messages 2.4). */
const kinds: { readonly [Section in EntrySection]?: string } = {
  authorisations: "Medication Course Commence",
  issues: "Medication Issue",
  allergies: "Summary Allergy",
  plans: "Summary Diary Entry",
  referrals: "Summary Referral Entry",
  observations: "Summary Event Entry",
  immunisations: "Summary Event Entry",
  problems: "Summary Event Entry",
};

/** Whether a composition is called what one is called that was made for entries without a consultation. */
export function isMadeName(code: CD | undefined): boolean {
  return code?.code === names.medication.code || code?.code === names.other.code;
}

/**
 * A composition for entries that have no consultation, or for nothing: who recorded the first of them, and when. It
 * is none of the record's: a reader knows it by its id, and it may say whatever receivers look for.
 */
export function makeComposition(
  id: string,
  placed: PlacedEntry | undefined,
  component: readonly NestedComponent[],
  scope: WriteScope,
): CompositionComponent {
  const date = placed && dateOf(placed, scope);
  return {
    typeCode: "COMP",
    ehrComposition: {
      classCode: "COMPOSITION",
      moodCode: "EVN",
      id: { root: id },
      code: nameOf(placed, component),
      statusCode: { code: "COMPLETE" },
      ...writeTimes(date === undefined ? {} : { effective: { kind: "point", at: date } }),
      ...writePeople(placed, date, scope),
      component,
    },
  };
}

function nameOf(placed: PlacedEntry | undefined, [first]: readonly NestedComponent[]): CD {
  const name = first?.statement?.kind === "MedicationStatement" ? names.medication : names.other;
  const kind = placed && kinds[placed.section];
  return kind === undefined ? name : { ...name, originalText: { content: kind } };
}

/** When the entry is shown to have been; a report with when it was sent, a problem with when what it names was. */
function dateOf({ section, entry }: PlacedEntry, scope: WriteScope): string | undefined {
  const own = shownDate(entry);
  if (own !== undefined) return own;
  if (section === "testReports") return entry.issued ?? entry.received;
  if (section === "documents") return dateOfEffective(entry.created ?? entry.sent);
  return section === "problems" && entry.names !== undefined
    ? scope.dateOf(entry.names)
    : undefined;
}

const authors: readonly ParticipantRole[] = ["author", "entered-by"];
const others: ReadonlySet<ParticipantRole | undefined> = new Set([
  "responsible",
  "performer",
  "primary-performer",
]);

function writePeople(placed: PlacedEntry | undefined, date: string | undefined, scope: WriteScope) {
  const present = (placed?.entry.participants ?? []).filter(({ agent }) => agent !== undefined);
  const by = (wanted: ParticipantRole) =>
    present.find(({ role }: { readonly role: Coded }) => roleOf(role) === wanted);
  const author = authors.map(by).find((one) => one !== undefined);
  const start = author?.time?.start ?? placed?.entry.recorded ?? date;
  const time = start === undefined ? author?.time : { ...author?.time, start };
  const rest = present.filter(({ role }) => others.has(roleOf(role)));
  return {
    author: writeAuthor(author && { ...author, ...(time && { time }) }, scope),
    ...writeCompositionParticipants(rest, scope),
  };
}
