import type { Immunisation } from "@gp2gp/core";

/** Whether IMMS_STATUS can say how an immunisation came out: that one was not given, without a refusal, it cannot. */
export function isImmunisationRow({ outcome }: Immunisation): boolean {
  return outcome !== "not-given";
}
