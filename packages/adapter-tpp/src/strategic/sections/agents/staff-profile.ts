import type { Agent } from "@gp2gp/core";
import { rowSystem } from "../../wire/row-numbers.ts";

/** Whether a person is known in a profile: one that came from an extract without is a member of staff alone. */
export function hasStaffProfile({ identifiers, concept, represents, start, end }: Agent): boolean {
  const isIn = (table: string) => identifiers.some(({ system }) => system === rowSystem(table));
  if (isIn("SRStaffMemberProfile") || !isIn("SRStaffMember")) return true;
  return [concept, represents, start, end].some((fact) => fact !== undefined);
}
