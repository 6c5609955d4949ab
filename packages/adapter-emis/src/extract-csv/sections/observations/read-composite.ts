import type { Observation, ObservationComponent } from "@gp2gp/core";
import type { ObservationRow } from "../../reading/observation-row.ts";
import { observationCategoryOf } from "../../wire/observation-types.ts";
import { arePressures, isPressure } from "./blood-pressure.ts";
import { readAbnormal, readEpisode, readMeasurement } from "./read-measurement.ts";

/**
 * Whether a row and those under it are one observation of several measurements: a blood pressure, whichever
 * pressure comes first, and whatever else was filed as a value that has no number but values under it.
 */
export function isComposite(head: ObservationRow, children: readonly ObservationRow[]): boolean {
  if (head.hasValue || children.length === 0) return false;
  const areLeaves = children.every(
    ({ row, children: under }) => under.length === 0 && row.cells["DocumentGuid"] === undefined,
  );
  if (!areLeaves) return false;
  if (head.form === "value") return true;
  const [first, second, ...more] = children;
  return (
    ["observation", "investigation"].includes(head.form) &&
    isPressure(head.code.concept?.codings) &&
    more.length === 0 &&
    children.every(({ hasValue }) => hasValue) &&
    arePressures(first?.code.concept?.codings, second?.code.concept?.codings)
  );
}

/** An observation of several measurements, in the order of their rows. */
export function readComposite(head: ObservationRow, children: readonly ObservationRow[]): void {
  const entry = head.head();
  const category = observationCategoryOf(head.code.category);
  const components = children.map((child, order): ObservationComponent => {
    const { within: _, order: __, consultation, ...own } = child.head();
    child.linkProblem();
    return {
      ...own,
      order,
      ...(consultation !== undefined && consultation !== entry.consultation && { consultation }),
      ...readMeasurement(child),
    };
  });
  const composite: Observation = {
    ...entry,
    ...(category && { category }),
    ...readMeasurement(head),
    ...readAbnormal(head),
    ...readEpisode(head),
    components,
  };
  head.reading.rows.add("observations", composite, {
    rows: [...head.rows(), ...children.flatMap((child) => child.rows().slice(1))],
    componentRows: children.map(({ row }) => row),
    text: head.text,
  });
  head.linkProblem();
}
