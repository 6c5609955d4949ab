import type { TableSpec } from "@gp2gp/tabular";
import { parseLinks } from "./links.ts";

/** The data categories a practice answers enquiries from, as the line FROM of a query names them. */
export const categories = ["PATIENTS", "JOURNALS", "ENCOUNTERS", "REFERRALS"] as const;
export type Category = (typeof categories)[number];

/** The attribute that names the patient a row of any category is about. */
export const reference = "REFERENCE";

/*
 * Every attribute of each category (national MIQUEST specification; Capita's query manager, 2011). A query
 * prints the attributes it wants: one that is not printed says nothing, so only those without which a
 * record is poor are missed.
 */
const missed = {
  PATIENTS: ["REFERENCE", "DATE_OF_BIRTH", "SEX", "ACTIVE"],
  JOURNALS: ["REFERENCE", "DATE", "CODE", "VALUE1", "VALUE2", "TEXT", "HCP"],
  ENCOUNTERS: ["REFERENCE", "DATE", "HCP"],
  REFERRALS: ["REFERENCE", "DATE", "HCP", "TO_HCP", "UNIT", "TYPE"],
} as const satisfies Readonly<Record<Category, readonly string[]>>;

export const attributes = {
  PATIENTS: [
    "NHS_NUMBER",
    "REFERENCE",
    "SURNAME",
    "FORENAME",
    "TITLE",
    "DATE_OF_BIRTH",
    "SEX",
    "MARITAL_STATUS",
    "ETHNIC",
    "ADDRESS",
    "ADDRESS_1",
    "ADDRESS_2",
    "ADDRESS_3",
    "ADDRESS_4",
    "ADDRESS_5",
    "POSTCODE",
    "ACTIVE",
    "REGISTERED_DATE",
    "REMOVED_DATE",
    "DATE_OF_DEATH",
    "PRACTICE",
    "PRACT_NUMBER",
    "GP",
    "GP_USUAL",
    "HA",
    "PCG",
    "SURGERY",
    "MILEAGE",
    "DISPENSING",
  ],
  JOURNALS: [
    "NHS_NUMBER",
    "REFERENCE",
    "DATE",
    "TIME",
    "END_DATE",
    "RECORD_DATE",
    "HCP",
    "HCP_TYPE",
    "CODE",
    "RUBRIC",
    "EPISODE",
    "VALUE1",
    "VALUE2",
    "CONTEXT",
    "CERTAINTY",
    "SEVERITY",
    "GMS",
    "LINKS",
    "TEXT",
  ],
  ENCOUNTERS: [
    "NHS_NUMBER",
    "REFERENCE",
    "DATE",
    "TIME",
    "HCP",
    "HCP_TYPE",
    "SESSION",
    "LOCATION",
    "DURATION",
    "TRAVEL",
    "LINKS",
  ],
  REFERRALS: [
    "NHS_NUMBER",
    "REFERENCE",
    "DATE",
    "HCP",
    "HCP_TYPE",
    "TO_HCP",
    "SPECIALITY",
    "UNIT",
    "TYPE",
    "CONTRACTOR",
    "CONTRACT",
    "ACTION_DATE",
    "LINKS",
  ],
} as const satisfies Readonly<Record<Category, readonly string[]>>;

export type Attribute = (typeof attributes)[Category][number];

/** Attributes whose values are days, written yyyyMMdd. */
export const dateAttributes: ReadonlySet<string> = new Set<Attribute>([
  "DATE_OF_BIRTH",
  "REGISTERED_DATE",
  "REMOVED_DATE",
  "DATE_OF_DEATH",
  "DATE",
  "END_DATE",
  "RECORD_DATE",
  "ACTION_DATE",
]);

const labels = {
  PATIENTS: "patient",
  JOURNALS: "journal entry",
  ENCOUNTERS: "encounter",
  REFERRALS: "referral",
} as const satisfies Readonly<Record<Category, string>>;

/** What a row is called by others: rows have no key, and those somebody refers to name themselves in their links. */
function nameOfRow(
  category: Category,
  cells: Readonly<Record<string, string>>,
): string | undefined {
  const { own, problem, encounter, referral } = parseLinks(cells["LINKS"]);
  if (category === "ENCOUNTERS") return encounter;
  return category === "REFERRALS" ? referral : (own ?? problem);
}

/** Lines of responses and queries that are no rows: comments, headers, the query. They are about no patient. */
export const linesTable = { name: "LINES", label: "line", columns: ["FILE", "LINE"] } as const;

/** The categories as tables. */
export const tables: readonly TableSpec[] = [
  ...categories.map((category): TableSpec => {
    const wanted: readonly string[] = missed[category];
    return {
      name: category,
      label: labels[category],
      columns: attributes[category],
      optional: attributes[category].filter((attribute) => !wanted.includes(attribute)),
      patient: reference,
      ...(category === "PATIENTS"
        ? { key: reference }
        : { nameOf: (cells) => nameOfRow(category, cells) }),
    };
  }),
  linesTable,
];

/** The table of a category. */
export function tableOf(category: Category): TableSpec {
  const table = tables.find(({ name }) => name === category);
  if (!table) throw new TypeError(`there is no category ${category}`);
  return table;
}
