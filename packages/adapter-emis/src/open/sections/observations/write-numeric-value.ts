import type { ObservationComponent, Quantity, QuantityRange } from "@gp2gp/core";
import type { WireNumericValue } from "../../wire/ident-types.ts";

type Take = (...path: (string | number)[]) => void;

/** NumericValue and TextValue of what was found; values of other kinds have no place. */
export function writeValue(
  { value, referenceRanges }: Pick<ObservationComponent, "value" | "referenceRanges">,
  take: Take,
): { NumericValue?: WireNumericValue; TextValue?: string } {
  const numeric: { -readonly [Name in keyof WireNumericValue]: WireNumericValue[Name] } = {};
  let unit: string | undefined;
  if (value?.kind === "quantity" && value.quantity.value !== undefined) {
    const { quantity } = value;
    unit = quantity.unit;
    numeric.Operator = quantity.comparator === "~" ? undefined : quantity.comparator;
    numeric.Value = quantity.value;
    numeric.Units = quantity.unit;
    take("value", "kind");
    take("value", "quantity", "value");
    take("value", "quantity", "unit");
    if (quantity.comparator !== "~") take("value", "quantity", "comparator");
  }
  const [range] = referenceRanges ?? [];
  if (range?.range && fitsRange(range.range, unit)) {
    Object.assign(numeric, writeRange(range.range));
    const take0: Take = (...path) => take("referenceRanges", 0, "range", ...path);
    for (const end of ["low", "high"] as const) {
      take0(end, "value");
      take0(end, "unit");
      if (range.range[end] !== undefined) take0(`${end}Inclusive`);
    }
  }
  const text = value?.kind === "text" ? value.text : undefined;
  if (text !== undefined) {
    take("value", "kind");
    take("value", "text");
  }
  return {
    ...(Object.values(numeric).some((member) => member !== undefined) && { NumericValue: numeric }),
    ...(text !== undefined && { TextValue: text }),
  };
}

/** EMIS has one unit for value and range, and needs a number at either end. */
function fitsRange(range: QuantityRange, unit: string | undefined): boolean {
  const ends = [range.low, range.high].filter((end) => end !== undefined);
  return ends.length > 0 && ends.every((end) => end.value !== undefined && end.unit === unit);
}

function writeRange(range: QuantityRange): WireNumericValue {
  return {
    MinRangeOperator: operator(range.low, range.lowInclusive, [">=", ">"]),
    MaximumRangeOperator: operator(range.high, range.highInclusive, ["<=", "<"]),
    NumericMinimum: range.low?.value,
    NumericMaximum: range.high?.value,
  };
}

function operator(
  end: Quantity | undefined,
  inclusive: boolean | undefined,
  [closed, open]: readonly [string, string],
): string | undefined {
  if (end === undefined || inclusive === undefined) return undefined;
  return inclusive ? closed : open;
}
