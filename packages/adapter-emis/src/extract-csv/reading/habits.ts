import type { Cells } from "@gp2gp/tabular";
import { readBoolean } from "../wire/cells.ts";

/** How the rows of a bundle write what all of them have. */
export interface Habits {
  /** True and false: `TRUE` as published, `true` and `True` as versions of EMIS write them. */
  readonly booleans: "TRUE" | "true" | "True";
  readonly processingId: string;
  /** Whether they say of every flag that it is not so, as real bundles do, and do not leave it open. */
  readonly saysFalse: boolean;
}

export const defaultHabits: Habits = { booleans: "TRUE", processingId: "1", saysFalse: false };

/** The habits the row of a patient shows. */
export function habitsOf({
  Deleted,
  DummyType,
  SpineSensitive,
  ProcessingId = defaultHabits.processingId,
}: Cells): Habits {
  const saysFalse = [DummyType, SpineSensitive].some((cell) => {
    const read = readBoolean(cell);
    return read.state === "known" && !read.value;
  });
  const isBoolean = readBoolean(Deleted).state === "known";
  const booleans = !isBoolean || /^[A-Z]/.test(Deleted ?? "") ? "TRUE" : "true";
  const isMixed = isBoolean && /^[A-Z][a-z]/.test(Deleted ?? "");
  return { booleans: isMixed ? "True" : booleans, processingId: ProcessingId, saysFalse };
}

/** A truth as a habit has it. */
export function booleanAs(value: boolean, { booleans }: Habits): string {
  const word = String(value);
  if (booleans === "true") return word;
  return booleans === "TRUE" ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}
