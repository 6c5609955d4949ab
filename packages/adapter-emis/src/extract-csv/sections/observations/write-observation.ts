import type { EntryOf, Observation, ObservationComponent } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { shownWords } from "../../writing/shown-words.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import type { QualifierItem } from "../../wire/qualifiers-xml.ts";
import { codeCategories } from "../../wire/observation-types.ts";
import { relativeKey } from "./read-observation.ts";
import { noEpisode } from "./read-measurement.ts";
import { writeMeasurement } from "./write-measurement.ts";
import { writeQualifierCell } from "./qualifiers.ts";
import {
  bookingOf,
  placeObservation,
  writeObservationRow,
  writeOriginalTerm,
} from "./write-row.ts";
import type { Filing } from "./write-row.ts";

/** An observation: a row, and one for each measurement of a composite. */
export function writeObservation(placed: PlacedEntry, writing: EmisWriting): void {
  const entry = placed.entry as Observation;
  const { value, components = [], category, negated, subject } = entry;
  const isOfFamily = category === "family-history";
  const isWhole = components.length > 0;
  const isValue = category === "value" && value?.kind === "quantity";
  const filing: Filing = {
    form: isWhole || isValue ? "value" : isOfFamily ? "family-history" : "observation",
    ...(isOfFamily && !isWhole && { category: codeCategories.familyHistory }),
    // What was not found, and what a relative has, is not the patient's.
    isStandIn: negated === true || (subject !== undefined && !isOfFamily),
    hasValue: value?.kind === "quantity",
  };
  const written = writeObservationRow(placed, filing, writing);
  const { row } = written;
  const { value: _, ...valueless } = entry;
  const holdsValue = writeMeasurement(row, isWhole ? valueless : entry, writing);
  // A value without a number would be read as the head of a composite.
  if (filing.form === "value" && !isWhole && !holdsValue)
    writing.put(row, "ObservationType", "Observation");
  writing.put(row, "Qualifiers", qualifiersOf(entry));
  const componentRows = components.map((component) => writeComponent(component, entry, writing));
  const originalTerms = componentRows.flatMap((one, at) => {
    const component = components[at];
    return (component && writeOriginalTerm(one, component, writing)) ?? [];
  });
  placeObservation(
    placed,
    written,
    { rows: originalTerms, ...(isWhole && { componentRows }) },
    writing,
  );
}

function qualifiersOf({ category, subject, concept }: Observation): string | undefined {
  const relation = subject?.relationship;
  const isOfFamily = category === "family-history" && relation !== undefined;
  const text = isOfFamily && relation.codings.length === 0 ? relation.text : undefined;
  const relative: QualifierItem[] =
    text === undefined ? [] : [{ key: { text: relativeKey }, value: { text } }];
  return writeQualifierCell(relative, concept?.qualifiers ?? []);
}

/** A measurement of a composite, as a row under that of the whole. */
function writeComponent(
  component: ObservationComponent,
  whole: Observation,
  writing: EmisWriting,
): RowDraft {
  const placed: PlacedEntry = {
    section: "observations",
    index: writing.record.observations.indexOf(whole),
    entry: component as EntryOf<"observations">,
  };
  const row = writing.rowOf(placed, "CareRecord_Observation");
  const consultation = component.consultation ?? whole.consultation;
  writing.putHead(row, {
    ...placed.entry,
    ...(consultation !== undefined && { consultation }),
  });
  writing.put(row, "ParentObservationGuid", writing.keyOf(whole.id));
  writing.put(row, "ObservationType", "Value");
  writing.putFlag(row, "Abnormal", false);
  if (writing.habits.saysFalse) writing.put(row, "Episode", noEpisode);
  const hasValue = component.value?.kind === "quantity";
  writing.putCode(row, placed, bookingOf({ form: "value", hasValue }));
  writeMeasurement(row, component, writing);
  writing.put(row, "Qualifiers", writeQualifierCell([], component.concept?.qualifiers ?? []));
  const own = shownWords(component.texts);
  writing.put(row, "AssociatedText", own);
  return row;
}
