import type { Coded, Observation, Quantity } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import { writeDecimal } from "../../wire/cells.ts";
import { episodes, operators } from "../../wire/value-tables.ts";
import type { EmisWriting } from "../../writing/writing.ts";

/** The list of judgements laboratories give, as GP2GP names it. */
const interpretations = "urn:oid:2.16.840.1.113883.2.1.6.5";

type Measured = Pick<
  Observation,
  "value" | "referenceRanges" | "interpretation" | "abnormal" | "episodicity"
>;

/** The columns of a value and how it is judged; answers whether they hold a number. */
export function writeMeasurement(row: RowDraft, measured: Measured, writing: EmisWriting): boolean {
  const { value, interpretation, abnormal, episodicity } = measured;
  const quantity = value?.kind === "quantity" ? value.quantity : undefined;
  const holdsValue = quantity !== undefined && writeQuantity(row, quantity, writing);
  writeRange(row, measured, writing);
  writing.put(row, "AbnormalReason", reasonOf(interpretation));
  if (abnormal !== undefined) writing.putBoolean(row, "Abnormal", abnormal);
  // Not abnormal, and why it is, cannot both be so.
  else if (interpretation) delete row.cells["Abnormal"];
  writing.put(row, "Episode", episodes.write(episodicity));
  return holdsValue;
}

/** A number stands only with its unit and comparator: without them it would say another thing. */
function writeQuantity(row: RowDraft, quantity: Quantity, writing: EmisWriting): boolean {
  const { comparator, unit } = quantity;
  const value = writeDecimal(quantity.value);
  if (value === undefined) return false;
  if (comparator !== undefined && !writing.put(row, "NumericOperator", operators.write(comparator)))
    return false;
  if (unit !== undefined && !writing.put(row, "NumericUnit", unit)) {
    delete row.cells["NumericOperator"];
    return false;
  }
  return writing.put(row, "Value", value);
}

/** The first range of numbers in the unit of the value; the columns have no other. */
function writeRange(
  row: RowDraft,
  { referenceRanges = [], value }: Measured,
  writing: EmisWriting,
): void {
  const range = referenceRanges.find((one) => one.range !== undefined)?.range;
  const unit = value?.kind === "quantity" ? value.quantity.unit : undefined;
  const ends = [range?.low, range?.high];
  const isPlain = ends.every(
    (end) =>
      end === undefined ||
      (end.comparator === undefined &&
        writeDecimal(end.value) !== undefined &&
        (end.unit === undefined || end.unit === unit)),
  );
  if (!isPlain) return;
  writing.put(row, "NumericRangeLow", writeDecimal(range?.low?.value));
  writing.put(row, "NumericRangeHigh", writeDecimal(range?.high?.value));
}

function reasonOf(interpretation: Coded | undefined): string | undefined {
  const isCode = (text: string): boolean => /^[A-Z]{1,3}$/.test(text);
  const coding = interpretation?.codings.find(
    ({ system, code }) => (system === undefined || system === interpretations) && isCode(code),
  );
  if (coding) return coding.code;
  const { text, codings = [] } = interpretation ?? {};
  return text === undefined || codings.length > 0 || isCode(text) ? undefined : text;
}
