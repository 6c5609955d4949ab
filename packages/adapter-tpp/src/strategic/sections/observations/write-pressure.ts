import type { Observation, ObservationComponent } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { compositeQuestion } from "../../reading/free-texts.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { codeColumns } from "../read-concept.ts";
import { reasonForStandIn, writeConcept, writeRecorded } from "../write-concept.ts";
import { isNumber } from "./held-value.ts";
import { pressureKey } from "./pressure-entries.ts";
import { pressureKindOf } from "./pressures.ts";
import { writeMeasurement } from "./write-measurement.ts";

/**
 * Writes a blood pressure as the coded entries of its two readings, behind one that names it where it has
 * a concept that does. Answers false where these would not read back as one observation.
 */
export function writePressure(placed: PlacedEntry, writing: ExtractWriting): boolean {
  const entry = writing.entry(placed, "observations");
  const { components = [] } = entry;
  if (!isPressure(entry, writing)) return false;
  const head = pressureKindOf(recorded(entry)) === "pair" ? startHead(placed, writing) : undefined;
  const readings = components.map((component) => writeReading(component, placed, writing));
  const [first] = readings.map(({ row }) => row);
  if (!first) return false;
  const words = head
    ? writeWords(head.row, entry, writing)
    : writeWords(first, entry, writing, { hasPlace: true, question: compositeQuestion });
  // A problem over a reading is over that reading alone.
  if (head) writing.codes.set(entry.id, head.row);
  writing.place(placed, {
    rows: [head?.row ?? first, ...words.rows, ...readings.flatMap(({ rows }) => rows)],
    componentRows: readings.map(({ row }) => row),
    ...(words.text && { text: words.text }),
    ...head?.shown,
  });
  return true;
}

/** Whether an observation is two readings of an event that say of the patient what their codes say, and that nothing else could be joined with. */
function isPressure(entry: Observation, writing: ExtractWriting): boolean {
  const { components = [] } = entry;
  const kinds = components.map((component) => pressureKindOf(recorded(component)));
  const isPair = kinds.length === 2 && kinds.includes("systolic") && kinds.includes("diastolic");
  if (!isPair || entry.value !== undefined || !writing.events.has(entry.consultation ?? ""))
    return false;
  const names = writing.pressures.get(pressureKey(entry))?.names ?? 0;
  const isHeaded = pressureKindOf(recorded(entry)) === "pair";
  return (
    (isHeaded || names === 0) &&
    [entry, ...components].every((one) => reasonForStandIn(one) === undefined) &&
    components.every(({ value }) => isNumber(value))
  );
}

/** The code of a row, as it was recorded: the first in CTV3, else in SNOMED CT. */
function recorded({ concept }: Pick<Observation, "concept">): Observation["concept"] {
  const codings = (concept?.codings ?? []).filter(({ asserted }) => asserted === "source");
  if (codings.some(({ system }) => system === "tpp")) return undefined;
  const shown =
    codings.find(({ system }) => system === "ctv3") ??
    codings.find(({ system }) => system === "snomed");
  return shown && { codings: [shown] };
}

function startHead(placed: PlacedEntry, writing: ExtractWriting) {
  const row = writing.start(placed, "SRCode");
  const shown = writeConcept(row, codeColumns, placed, writing);
  writeMeasurement(row, {}, writing);
  return { row, shown };
}

function writeReading(
  component: ObservationComponent,
  placed: PlacedEntry,
  writing: ExtractWriting,
): { readonly row: RowDraft; readonly rows: readonly RowDraft[] } {
  const { effective, recorded: at, consultation, participants } = placed.entry;
  const own = component.participants.length > 0 ? component.participants : participants;
  const entry = {
    ...component,
    consultation,
    // Both readings stand under the time of the pressure, by which they are found.
    effective,
    recorded: component.recorded ?? at,
    participants: own,
  };
  const reading = { ...placed, entry } as PlacedEntry;
  const row = writing.start(reading, "SRCode");
  writeRecorded(row, codeColumns, component.concept, writing);
  writeMeasurement(row, component, writing);
  const { rows } = writeWords(row, component, writing);
  return { row, rows };
}
