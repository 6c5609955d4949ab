import type { Comparator, Observation, Quantity, ReferenceRange } from "@gp2gp/core";
import { comparatorSchema, decimalSchema } from "@gp2gp/core";
import type { Reading } from "../../reading/reading.ts";
import type { WireNumericValue } from "../../wire/ident-types.ts";

type Measured = Pick<Observation, "value" | "referenceRanges">;

/** A number with its unit and normal range, as EMIS wrote them; what is no number is kept as words. */
export function readNumericValue(wire: WireNumericValue | undefined, reading: Reading): Measured {
  if (!wire) return {};
  const { Operator, Value = "", Units = "" } = wire;
  const unit = Units === "" ? {} : { unit: Units };
  const ranges = rangeOf(wire, unit);
  const comparator = comparatorOf(Operator);
  const number = decimalSchema.safeParse(Value.trim()).data;
  if (Value.trim() !== "" && number === undefined)
    reading.report("value-malformed", wire, { Value });
  const referenceRanges = ranges && { referenceRanges: [ranges] };
  if (Value.trim() === "") return { ...referenceRanges };
  if (number === undefined) return { value: { kind: "text", text: Value }, ...referenceRanges };
  return {
    value: {
      kind: "quantity",
      quantity: { value: number, ...(comparator && { comparator }), ...unit },
    },
    ...referenceRanges,
  };
}

function comparatorOf(operator: string | undefined): Comparator | undefined {
  return comparatorSchema.safeParse(operator?.trim()).data;
}

/** The unit of the value is that of the range: EMIS has one for both. */
function rangeOf(
  {
    NumericMinimum = "",
    NumericMaximum = "",
    MinRangeOperator,
    MaximumRangeOperator,
  }: WireNumericValue,
  unit: Pick<Quantity, "unit">,
): ReferenceRange | undefined {
  const low = decimalSchema.safeParse(NumericMinimum.trim()).data;
  const high = decimalSchema.safeParse(NumericMaximum.trim()).data;
  if (low === undefined && high === undefined) return undefined;
  const lowInclusive = low === undefined ? undefined : inclusive(MinRangeOperator, [">=", ">"]);
  const highInclusive =
    high === undefined ? undefined : inclusive(MaximumRangeOperator, ["<=", "<"]);
  return {
    range: {
      ...(low !== undefined && { low: { value: low, ...unit } }),
      ...(high !== undefined && { high: { value: high, ...unit } }),
      ...(lowInclusive !== undefined && { lowInclusive }),
      ...(highInclusive !== undefined && { highInclusive }),
    },
  };
}

function inclusive(
  operator: string | undefined,
  [closed, open]: readonly [string, string],
): boolean | undefined {
  if (operator?.trim() === closed) return true;
  return operator?.trim() === open ? false : undefined;
}
