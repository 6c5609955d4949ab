import { decimalSchema } from "@gp2gp/core";
import type { EntryText, Observation, ObservationComponent, ObservationValue } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { wordsOfUnclearValue } from "../../../shared/comparator-text.ts";
import { compositeQuestion } from "../../reading/free-texts.ts";
import type { ExtractReading, RowStart } from "../../reading/extract-reading.ts";
import { issue } from "../../tpp-sr-csv-issues.ts";
import { codeColumns, readEntryConcept } from "../read-concept.ts";
import { findPressures } from "./pressures.ts";
import type { PressureRows } from "./pressures.ts";

/** Reads the coded entries; a systolic and a diastolic pressure of one event are one observation. */
export function readCodes(extract: ExtractReading): void {
  const rows = extract.of("SRCode");
  const named = new Set(
    extract.rows.rows.of("SRProblem").map(({ cells }) => cells["IDCode"] ?? ""),
  );
  const pressures = findPressures(rows, ({ cells: { RowIdentifier: number = "" } }) => ({
    isProblem: named.has(number),
    saysWhatItIs: extract.freeTexts.saysSection("SRCode", number) !== undefined,
  }));
  const read = new Set<PressureRows>();
  for (const row of rows) {
    const pressure = pressures.get(row);
    if (!pressure) readCode(row, extract);
    else if (!read.has(pressure)) readPressure(pressure, extract);
    if (pressure) read.add(pressure);
  }
}

function readCode(row: Row, extract: ExtractReading): void {
  const start = extract.start(row);
  const entry: Observation = {
    ...start.shape,
    ...start.dated,
    ...measurementOf(row, start, extract),
  };
  extract.codedEntries.set(row.cells["RowIdentifier"] ?? "", entry.id);
  extract.add("observations", entry, start.origin);
}

type Measurement = Pick<Observation, "concept" | "episodicity" | "texts" | "value">;

function measurementOf(
  row: Row,
  { shape, origin }: RowStart,
  extract: ExtractReading,
): Measurement {
  const concept = readEntryConcept(row, codeColumns, origin.text?.carried, extract);
  const odd: EntryText[] = [];
  const value = valueOf(row, odd, extract);
  const episodicity = episodicities.get(extract.words(row, "EpisodeType") ?? "");
  return {
    ...(concept && { concept }),
    ...(value && { value }),
    ...(episodicity && { episodicity }),
    texts: [...odd, ...shape.texts],
  };
}

/** The episodicities the record knows by the words of the format. */
export const episodicities = new Map([
  ["New", "new"],
  ["Ongoing", "ongoing"],
] as const satisfies readonly (readonly [string, Observation["episodicity"]])[]) as ReadonlyMap<
  string,
  "new" | "ongoing"
>;

const comparators = new Set(["<", "<=", ">", ">="] as const);
type Comparator = typeof comparators extends Set<infer Known> ? Known : never;

function isComparator(text: string): text is Comparator {
  return comparators.has(text as Comparator);
}

/** The number of a row. Only a numeric row has one; what stands in another is a placeholder. */
function valueOf(
  row: Row,
  odd: EntryText[],
  extract: ExtractReading,
): ObservationValue | undefined {
  const { NumericValue: value, NumericUnit: unit, NumericComparator: comparator } = row.cells;
  const isNumeric = extract.flag(row, "IsNumeric");
  if (isNumeric === false || value === undefined) return undefined;
  // Layouts without the flag have the same placeholders.
  if (isNumeric === undefined && unit === undefined && /^(0|-1)(\.0*)?$/.test(value))
    return undefined;
  if (comparator !== undefined && !isComparator(comparator)) {
    const unclear = { comparator, value, ...(unit !== undefined && { units: unit }) };
    return { kind: "text", text: wordsOfUnclearValue(unclear) };
  }
  if (!decimalSchema.safeParse(value).success) {
    extract.rows.issues.push(
      issue("value-malformed", { source: row.source, detail: { column: "NumericValue", value } }),
    );
    odd.push({ text: `Value as recorded: ${value}`, role: "displayed" });
    return undefined;
  }
  return {
    kind: "quantity",
    quantity: {
      value,
      ...(comparator !== undefined && { comparator }),
      ...(unit !== undefined && { unit }),
    },
  };
}

/** A blood pressure: one observation with its two readings, and a concept where a row before them names it. */
function readPressure({ head, readings }: PressureRows, extract: ExtractReading): void {
  const [first] = readings;
  const number = first.cells["RowIdentifier"] ?? "";
  const named = head && extract.start(head);
  const words = head ? undefined : extract.freeTexts.of("SRCode", number, isOfComposite);
  const starts = readings.map((row) => [row, extract.start(row)] as const);
  const [, shared] = starts[0] ?? [];
  if (!shared) return;
  const components = starts.map(([row, start], order): ObservationComponent => {
    const { consultation: _, recorded, participants, ...shape } = start.shape;
    const own = recorded === (named ?? shared).shape.recorded ? undefined : recorded;
    extract.codedEntries.set(row.cells["RowIdentifier"] ?? "", shape.id);
    return {
      ...shape,
      order,
      participants: isSame(participants, (named ?? shared).shape.participants) ? [] : participants,
      ...(own !== undefined && { recorded: own }),
      ...start.dated,
      ...measurementOf(row, start, extract),
    };
  });
  const wordRows = starts.flatMap(([, { origin }]) => origin.rows.slice(1));
  const { shape, dated, origin } = named ?? shared;
  const entry: Observation = {
    ...shape,
    ...dated,
    ...(head ? measurementOf(head, named ?? shared, extract) : {}),
    ...(!head && {
      id: extract.rows.idOf("SRCode", `${number} pressure`),
      identifiers: [],
      texts: words?.texts ?? [],
    }),
    components,
  };
  if (head) extract.codedEntries.set(head.cells["RowIdentifier"] ?? "", entry.id);
  extract.add("observations", entry, {
    rows: head ? [...origin.rows, ...wordRows] : [first, ...(words?.rows ?? []), ...wordRows],
    text: head ? origin.text : words?.text,
    componentRows: readings,
  });
}

const isOfComposite = (question: string | undefined): boolean => question === compositeQuestion;

const isSame = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
