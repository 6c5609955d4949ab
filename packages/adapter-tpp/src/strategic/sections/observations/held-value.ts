import { decimalSchema } from "@gp2gp/core";
import type { ObservationComponent } from "@gp2gp/core";

const held = new Set<string | undefined>([undefined, "<", "<=", ">", ">="]);

type Value = ObservationComponent["value"];

/** Whether a value is a number the format can hold: with a comparator it lacks, it would say another amount. */
export function isNumber(value: Value): value is Extract<NonNullable<Value>, { kind: "quantity" }> {
  if (value?.kind !== "quantity") return false;
  const { value: number, comparator, absent } = value.quantity;
  const isDecimal = number !== undefined && decimalSchema.safeParse(number).success;
  return isDecimal && absent === undefined && held.has(comparator);
}
