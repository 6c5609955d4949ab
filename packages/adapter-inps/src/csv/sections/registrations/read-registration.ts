import { newEntry } from "@gp2gp/core";
import type { Registration } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { InpsReading } from "../../reading/inps-reading.ts";
import { readDay } from "../../wire/cells.ts";
import { deceased, leftStatus, registrationTypes } from "../../wire/code-tables.ts";

/**
 * The registration in the row of a patient: its kind, from when to when, with which practice. That the
 * patient left is told by the end of it, and only without one by a status of its own.
 */
export function readRegistration(row: Row, inps: InpsReading): void {
  const { ACTIVE, REGISTERED_DATE, REMOVED_DATE, PRACTICE } = row.cells;
  const [start, end] = [readDay(REGISTERED_DATE), readDay(REMOVED_DATE)];
  const practice = inps.agents.practice(PRACTICE);
  const hasLeft = ACTIVE !== undefined && leftStatus.has(ACTIVE);
  const isKind = ACTIVE !== undefined && ACTIVE !== deceased && !hasLeft;
  if (isKind && !registrationTypes.has(ACTIVE))
    inps.report("value-unmapped", { source: { ...row.source, pointer: "ACTIVE" } });
  const facts: Partial<Registration> = {
    ...(hasLeft && end.is !== "value" && { status: leftStatus.read(ACTIVE) }),
    ...(isKind && { type: registrationTypes.read(ACTIVE) }),
    ...(start.is === "value" && { start: start.value }),
    ...(end.is === "value" && { end: end.value }),
    ...(practice !== undefined && { practice }),
  };
  for (const [column, day] of [
    ["REGISTERED_DATE", start],
    ["REMOVED_DATE", end],
  ] as const)
    if (day.is === "malformed")
      inps.report("date-malformed", { source: { ...row.source, pointer: column } });
  if (Object.keys(facts).length === 0) return;
  const { reading } = inps;
  const id = reading.idOf("patient", "registration");
  reading.add(
    "registrations",
    { ...newEntry(id, reading.nextOrder(), row.source), ...facts },
    { rows: [row] },
  );
}
