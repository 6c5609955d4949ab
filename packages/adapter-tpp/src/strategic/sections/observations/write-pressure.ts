import { dateOfEffective } from "@gp2gp/core";
import type { AnyEntry, Observation, ObservationComponent, Problem } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { compositeQuestion } from "../../reading/free-texts.ts";
import { dateToCell } from "../../wire/cells.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { codeColumns } from "../read-concept.ts";
import { reasonForStandIn, writeConcept } from "../write-concept.ts";
import { isPaired, pressureKindOf } from "./pressures.ts";
import type { PressureKind } from "./pressures.ts";
import { isNumber, writeMeasurement } from "./write-observation.ts";

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
    : writeWords(first, entry, writing, { isPlain: true, question: compositeQuestion });
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

/** The event and time by which readings are found to belong together. */
function pressureKey({ consultation = "", effective }: AnyEntry): string {
  return `${consultation} ${dateToCell(dateOfEffective(effective) ?? "") ?? ""}`;
}

/** What coded entries of one event and time could be read as of a blood pressure. */
interface PressureEntries {
  /** Names of a pair that stand alone, by which a pressure without a name of its own could be called. */
  readonly names: number;
  /** Single readings that would be joined with one another, or with those of a whole pressure. */
  readonly areJoinable: boolean;
}
export type PressuresAt = ReadonlyMap<string, PressureEntries>;

/** Looks through the entries of a record, in the order their rows will stand in. */
export function findPressureEntries(
  entries: readonly PlacedEntry[],
  problems: readonly Problem[],
): PressuresAt {
  const named = new Set(problems.map(({ names }) => names));
  const found = new Map<string, { names: number; isWhole: boolean; readings: PressureKind[] }>();
  for (const { section, entry } of entries) {
    const { components = [], value } = entry as Partial<Observation>;
    const isWhole = section === "observations" && components.length === 2;
    const kind = pressureKindOf(entry.concept);
    if (!isWhole && kind === undefined) continue;
    const key = pressureKey(entry);
    const at = found.get(key) ?? { names: 0, isWhole: false, readings: [] };
    found.set(key, at);
    if (isWhole) at.isWhole = true;
    else if (kind === "pair") at.names++;
    else if (kind && section === "observations" && isNumber(value) && !named.has(entry.id))
      at.readings.push(kind);
  }
  return new Map(
    [...found].map(([key, { names, isWhole, readings }]) => [
      key,
      { names, areJoinable: isWhole || isPaired(readings) },
    ]),
  );
}

/** Whether a reading that stands alone in the record would be joined with another of its event and time. */
export function isJoinable(entry: Observation, writing: ExtractWriting): boolean {
  const kind = pressureKindOf(entry.concept);
  const isReading = kind === "systolic" || kind === "diastolic";
  return isReading && writing.pressures.get(pressureKey(entry))?.areJoinable === true;
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
  writeConcept(row, codeColumns, reading, writing);
  writeMeasurement(row, component, writing);
  const { rows } = writeWords(row, component, writing);
  return { row, rows };
}
