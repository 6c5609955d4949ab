import type { Registration } from "@gp2gp/core";

/** The registration that stands in the patient's row: the current one, else the last to end; statuses are none. */
export function chooseRegistration(
  registrations: readonly Registration[],
): Registration | undefined {
  const all = registrations.filter(
    ({ effective, status, confidentiality }) =>
      effective === undefined && status === undefined && confidentiality.length === 0,
  );
  return all.toSorted((left, right) => (placeOf(left) < placeOf(right) ? 1 : -1))[0];
}

/** Greatest for the one that is to be chosen, whatever order they stand in. */
function placeOf({ start = "", end = "9999", id }: Registration): string {
  return [end, start, id].join(" ");
}
