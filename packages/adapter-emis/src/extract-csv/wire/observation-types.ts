import { wordsTable } from "./words-table.ts";

/** The kinds of entry that are rows of observations. */
export type ObservationForm =
  | "observation"
  | "value"
  | "family-history"
  | "allergy"
  | "immunisation"
  | "test-request"
  | "investigation"
  | "report"
  | "referral"
  | "attachment"
  | "alert";

/**
 * `ObservationType`: what EMIS filed a row as. Only two of its words are published with the extract; the others
 * are those of the same list in OpenHR, which are written and read, and any other is read by its category.
 */
export const observationTypes = wordsTable<ObservationForm>([
  ["Observation", "observation"],
  ["Value", "value"],
  ["Family history", "family-history"],
  ["Allergy", "allergy"],
  ["Immunisation", "immunisation"],
  ["Test Request", "test-request"],
  ["Investigation", "investigation"],
  ["Report", "report"],
  ["Referral", "referral"],
  ["Attachment", "attachment"],
  ["Document", "attachment"],
  ["Alert", "alert"],
]);

/** `EmisCodeCategoryDescription` of codes that say what kind of entry they make. */
export const codeCategories = {
  drugAllergy: "Allergy and adverse drug reactions",
  allergy: "Allergy and adverse reactions",
  immunisation: "Immunisations",
  familyHistory: "Family history",
  request: "Investigation requests",
  radiology: "Radiology",
  unset: "Unset",
} as const;

const formsByCategory: Readonly<Record<string, ObservationForm>> = {
  [codeCategories.drugAllergy]: "allergy",
  [codeCategories.allergy]: "allergy",
  [codeCategories.immunisation]: "immunisation",
  [codeCategories.familyHistory]: "family-history",
  [codeCategories.request]: "test-request",
};

/** What kind of entry a row is: by its type, and where that says no more than that it is one, by the category of its code. */
export function formOfRow(type: string | undefined, category: string | undefined): ObservationForm {
  const form = observationTypes.read(type);
  if (form !== undefined && form !== "observation") return form;
  return formsByCategory[category ?? ""] ?? "observation";
}

/** Categories of tests: an observation with others under it and no value of its own is the head of a report. */
const pathology = new Set([
  ...["Biochemistry", "Haematology", "Immunology", "Microbiology", "Cytology/Histology"],
  "Pathology specimen",
]);

/** The kind of report a category makes of a head of results; undefined for categories of no tests. */
export function reportKindOf(category: string | undefined): "pathology" | "radiology" | undefined {
  if (category === codeCategories.radiology) return "radiology";
  return category !== undefined && pathology.has(category) ? "pathology" : undefined;
}

/** What a category says an observation was filed as, where it says that. */
export function observationCategoryOf(
  category: string | undefined,
): "administrative" | "procedure" | "social-history" | undefined {
  switch (category) {
    case "Administration, documents and attachments":
      return "administrative";
    case "Procedure code":
      return "procedure";
    case "Personal Health and Social":
      return "social-history";
    default:
      return undefined;
  }
}
