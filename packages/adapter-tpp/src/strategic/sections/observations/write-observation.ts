import { decimalSchema } from "@gp2gp/core";
import type { Observation, ObservationComponent } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { codeColumns } from "../read-concept.ts";
import { reasonForStandIn, writeConcept } from "../write-concept.ts";
import { writePlainText } from "../write-plain.ts";
import { episodicities } from "./read-code.ts";
import { isJoinable, writePressure } from "./write-pressure.ts";

/** Writes an observation as a coded entry; a blood pressure as its two readings, where they read back as one. */
export function writeObservation(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "observations");
  if (writePressure(placed, writing)) return;
  if (!entry.concept) {
    writePlainText(placed, writing);
    return;
  }
  const row = writing.start(placed, "SRCode");
  const standInFor = reasonForStandIn(entry);
  const shown = writeConcept(row, codeColumns, placed, writing, {
    hasValue: entry.value?.kind === "quantity",
    standInFor,
  });
  writeMeasurement(row, standInFor === undefined ? entry : {}, writing);
  writing.codes.set(entry.id, row);
  // One that stands alone in the record says so, where its row could be read as half of a pressure.
  const isPlain = isJoinable(entry, writing);
  const { rows, text } = writeWords(row, entry, writing, { isPlain });
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }), ...shown, isPlain });
}

const held = new Set<string | undefined>([undefined, "<", "<=", ">", ">="]);

/** The number of a value, as far as the format has a place for one: anything else is carried whole. */
export function writeMeasurement(
  row: RowDraft,
  { value, episodicity }: Pick<Partial<Observation>, "episodicity" | "value">,
  writing: ExtractWriting,
): void {
  const word = [...episodicities].find(([, known]) => known === episodicity)?.[0];
  if (word !== undefined) writing.putListed(row, "EpisodeType", word);
  const number = isNumber(value) ? value.quantity : undefined;
  writing.putFlag(row, "IsNumeric", number !== undefined);
  if (!number) return;
  writing.put(row, "NumericValue", number.value);
  writing.put(row, "NumericComparator", number.comparator);
  writing.put(row, "NumericUnit", number.unit);
}

type Value = ObservationComponent["value"];

/** Whether a value is a number the format can hold: with a comparator it lacks, it would say another amount. */
export function isNumber(value: Value): value is Extract<NonNullable<Value>, { kind: "quantity" }> {
  if (value?.kind !== "quantity") return false;
  const { value: number, comparator, absent } = value.quantity;
  const isDecimal = number !== undefined && decimalSchema.safeParse(number).success;
  return isDecimal && absent === undefined && held.has(comparator);
}
