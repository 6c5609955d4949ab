import type { Authorisation, Effective } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { EmisReading } from "../../reading/reading.ts";
import { readBoolean, readDateTime } from "../../wire/cells.ts";
import { prescriptionTypes } from "../../wire/value-tables.ts";
import { readSupply } from "./read-supply.ts";

/**
 * A course of a drug. It has ended where it is no longer active: a cancellation date of an active one is
 * left over, and of one that ended without a date none is made up.
 */
export function readAuthorisation(row: Row, reading: EmisReading): void {
  const { cells } = row;
  const { PrescriptionType, NumberOfIssues, NumberOfIssuesAuthorised } = cells;
  const base = reading.base(row);
  const kind = prescriptionTypes.read(PrescriptionType);
  const active = readBoolean(cells["IsActive"]);
  const cancelled = readDateTime(cells["CancellationDate"]);
  const state = active.state === "known" ? (active.value ? "current" : "past") : undefined;
  const isStopped = state === "past" && cancelled.state === "known";
  const { effective } = reading.effective(row);
  const lapses = reading.date(row, "ExpiryDate");
  const entry: Authorisation = {
    ...base,
    ...(isStopped
      ? { effective: stopped(effective, cancelled.value) }
      : effective && { effective }),
    participants: reading.participants(row, "authoriser"),
    ...readSupply(row, base.id, reading),
    kind: kind ?? "unspecified",
    ...(PrescriptionType !== undefined && !kind && { type: reading.words(row, PrescriptionType) }),
    ...(state && { state }),
    ...(NumberOfIssuesAuthorised !== undefined && { repeatNumber: NumberOfIssuesAuthorised }),
    ...(NumberOfIssues !== undefined && { issued: NumberOfIssues }),
    ...(lapses !== undefined && { lapses }),
  };
  reading.rows.add("authorisations", entry, { rows: [row] });
  reading.linkProblem(row, "ProblemObservationGuid", { target: base.id, kind: "associated" });
}

function stopped(effective: Effective | undefined, end: string): Effective {
  return {
    kind: "period",
    ...(effective?.kind === "point" && { start: effective.at }),
    ...(effective?.kind === "absent" && { startAbsent: effective.reason }),
    end,
  };
}
