import { decimalSchema } from "@gp2gp/core";
import type { Coded, Observation, QuantityRange } from "@gp2gp/core";
import type { ObservationRow } from "../../reading/observation-row.ts";
import { isTrue, readDecimal } from "../../wire/cells.ts";
import { episodes, operators } from "../../wire/value-tables.ts";

type Measurement = Pick<Observation, "value" | "referenceRanges" | "interpretation">;

/** The value of a row with the range it is judged against. The extract does not say whether the ends of a range belong to it. */
export function readMeasurement({ row, reading }: ObservationRow): Measurement {
  const { Value, NumericUnit, NumericOperator, AbnormalReason } = row.cells;
  const { source } = row;
  const value = readDecimal(Value);
  const comparator = operators.read(NumericOperator);
  if (value.state === "malformed") reading.rows.report("value-malformed", { source });
  if (NumericOperator !== undefined && !comparator)
    reading.rows.report("value-unmapped", { source });
  const range = rangeOf(row.cells);
  return {
    ...(value.state === "known" && {
      value: {
        kind: "quantity",
        quantity: {
          value: value.value,
          ...(comparator && { comparator }),
          ...(NumericUnit !== undefined && { unit: NumericUnit }),
        },
      },
    }),
    ...(value.state === "malformed" &&
      Value !== undefined && {
        value: { kind: "text", text: Value },
      }),
    ...(range && { referenceRanges: [{ range }] }),
    ...(AbnormalReason !== undefined && { interpretation: interpretationOf(AbnormalReason) }),
  };
}

function rangeOf({
  NumericRangeLow: low,
  NumericRangeHigh: high,
}: Readonly<Record<string, string>>): QuantityRange | undefined {
  const ends = {
    ...(decimalSchema.safeParse(low).success && { low: { value: low } }),
    ...(decimalSchema.safeParse(high).success && { high: { value: high } }),
  };
  return Object.keys(ends).length > 0 ? ends : undefined;
}

/** Why a result is abnormal: a code of laboratories such as LO, which names no system here, or words. */
function interpretationOf(reason: string): Coded {
  if (!/^[A-Z]{1,3}$/.test(reason)) return { text: reason, codings: [] };
  return { codings: [{ code: reason, asserted: "source" }] };
}

/** `Episode` of what is no episode of a condition. */
export const noEpisode = "None";

/** `Abnormal`: that it is not is what the extract says of every diagnosis too, so that it says nothing. */
export function readAbnormal({ row }: ObservationRow): Pick<Observation, "abnormal"> {
  return isTrue(row.cells["Abnormal"]) ? { abnormal: true } : {};
}

/** Which episode of a condition it is; of most rows it says that they are none. */
export function readEpisode({ row, reading }: ObservationRow): Pick<Observation, "episodicity"> {
  const { Episode } = row.cells;
  if (Episode === undefined || Episode.trim().toLowerCase() === noEpisode.toLowerCase()) return {};
  const episodicity = episodes.read(Episode);
  if (!episodicity) reading.rows.report("value-unmapped", { source: row.source });
  return episodicity ? { episodicity } : {};
}
