import type { EntryOf } from "@gp2gp/core";
import type { Placed, PlacedEntry, RowDraft } from "@gp2gp/tabular";
import type { BookedCode, BookingOf } from "../../codes/code-book.ts";
import type { Marker } from "../../codes/clinical-codings.ts";
import {
  codeCategories,
  formOfRow,
  observationTypes,
  reportKindOf,
} from "../../wire/observation-types.ts";
import type { ObservationForm } from "../../wire/observation-types.ts";
import { shownWords } from "../../writing/shown-words.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { noEpisode } from "./read-measurement.ts";

const table = "CareRecord_Observation";

/** Forms of rows that are the head of a report where others stand under them and their category is one of tests. */
const findings: ReadonlySet<ObservationForm> = new Set(["observation", "value"]);

/** How a row of observations is filed. */
export interface Filing {
  readonly form: ObservationForm;
  /** The category of its code, where that is to say what the form does. */
  readonly category?: string;
  readonly isStandIn?: boolean;
  readonly hasValue?: boolean;
  readonly marker?: Marker;
  /** Whether others stand under it, so that a category of tests would make it the head of a report. */
  readonly isHead?: boolean;
}

/** A row of observations with what every one has, its code among it. */
export function writeObservationRow(
  placed: PlacedEntry,
  filing: Filing,
  writing: EmisWriting,
): { readonly row: RowDraft; readonly said: Omit<BookedCode, "codeId"> } {
  const { entry } = placed;
  const row = writing.rowOf(placed, table);
  writing.putHead(row, entry);
  const parent = writing.forms.parentOf(entry);
  writing.put(row, "ParentObservationGuid", parent && writing.keyOf(parent));
  writing.put(row, "ObservationType", observationTypes.write(filing.form));
  writing.putFlag(row, "Abnormal", false);
  if (writing.habits.saysFalse) writing.put(row, "Episode", noEpisode);
  const isHead = writing.forms.isHead(entry.id);
  const said = writing.putCode(row, placed, bookingOf({ ...filing, isHead }));
  return { row, said };
}

/** A code is booked under the category that makes the row what it is, or under one that does not make it another. */
export function bookingOf({
  form,
  category = codeCategories.unset,
  isHead = false,
  ...about
}: Filing): Omit<BookingOf, "at" | "kind"> & { readonly marker?: Marker } {
  const type = observationTypes.write(form);
  return {
    ...about,
    category,
    accepts: (known) =>
      formOfRow(type, known) === form &&
      (category === codeCategories.unset
        ? !isHead || !findings.has(form) || reportKindOf(known) === undefined
        : known === category),
  };
}

/** Places an entry in its row, with its own words and the row of the words its screen showed. */
export function placeObservation(
  placed: PlacedEntry,
  { row, said }: { readonly row: RowDraft; readonly said: Omit<BookedCode, "codeId"> },
  { rows = [], ...more }: Partial<Placed>,
  writing: EmisWriting,
): void {
  const { entry } = placed;
  const own = shownWords(entry.texts);
  const shown = writeOriginalTerm(row, entry, writing);
  const isPlain = more.isPlain === true;
  writing.rows.place(placed, {
    rows: [row, ...rows, ...(shown ? [shown] : [])],
    // A version without free text carries words elsewhere.
    text: { row, column: "AssociatedText", own },
    ...(isPlain ? {} : said),
    ...more,
  });
}

/** The words a screen showed for an entry, in the file of its own where the bundle has that. */
export function writeOriginalTerm(
  row: RowDraft,
  { concept }: Pick<EntryOf<"observations">, "concept">,
  writing: EmisWriting,
): RowDraft | undefined {
  const term = concept?.text;
  if (!writing.writesOriginalTerms || term === undefined || /[\t\r\n]/.test(term)) return undefined;
  const shown = writing.row("OriginalTerms");
  shown.cells["PatientGuid"] = bareLower(writing.keys.patient);
  shown.cells["ObservationGuid"] = bareLower(row.cells["ObservationGuid"] ?? "");
  writing.put(shown, "OriginalTerm", term);
  return shown;
}

/** GUIDs as the files beside the extract write them. */
function bareLower(guid: string): string {
  return guid.replaceAll(/[{}]/g, "").toLowerCase();
}
