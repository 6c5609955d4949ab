import type { ExtractTable } from "./table.ts";
import { clinicalTables } from "./tables/clinical-tables.ts";
import { medicationTables } from "./tables/medication-tables.ts";
import { patientTables } from "./tables/patient-tables.ts";
import { practiceTables } from "./tables/practice-tables.ts";
import { referralTables } from "./tables/referral-tables.ts";
import { sharedTables } from "./tables/shared-tables.ts";

/** Every table of the extract that is read and written, those of patients first. */
export const extractTables: readonly ExtractTable[] = [
  ...patientTables,
  ...clinicalTables,
  ...medicationTables,
  ...referralTables,
  ...practiceTables,
  ...sharedTables,
];

const byName = new Map(extractTables.map((table) => [table.name, table]));

export function tableNamed(name: string): ExtractTable | undefined {
  return byName.get(name);
}

/** Tables that are about no patient, too large to look through for what a record might need of them, and not read. */
export const unreadTables: ReadonlySet<string> = new Set([
  "SRCtv3",
  "SRCtv3Hierarchy",
  "SRCtv3ToSnomed",
  "SRCtv3ToVersion2",
  "SRStaffSkillSet",
  "SRStaffSpecialty",
  "SRRotaSlot",
]);
