import type { Allergy } from "../record/allergies.ts";
import type { AnyEntry, EntrySection } from "../record/patient-record.ts";
import type { Immunisation } from "../record/immunisations.ts";
import type { DegradeKind } from "../values/coded.ts";

/** The stand-in codes of the sections that have one of their own. */
const kinds: { readonly [Section in EntrySection]?: DegradeKind } = {
  authorisations: "medication",
  issues: "medication",
  dispenses: "medication",
  discontinuations: "medication",
  referrals: "referral",
  testRequests: "request",
  plans: "plan",
  carePlans: "plan",
};

/**
 * The kind of stand-in for an entry whose code the target cannot hold (GP2GP degrade rules). An allergy
 * that does not say what it is to may be one to a drug: it gets the stand-in that blocks prescribing.
 */
export function degradeKindOfEntry(
  section: EntrySection,
  entry: AnyEntry | Pick<Allergy, "kind">,
): DegradeKind {
  if (section !== "allergies") return kinds[section] ?? "record-entry";
  const { kind } = entry as Pick<Allergy, "kind">;
  if (kind === "none-known") return "record-entry";
  return kind === "non-drug" ? "non-drug-allergy" : "drug-allergy";
}

/**
 * Whether the code of an entry, shown as a plain coded entry, would say that what is planned, asked for,
 * prescribed or refused was done or found.
 */
export function isNotDone(section: EntrySection, entry: AnyEntry): boolean {
  // To be referred is done when it is recorded; the other kinds are of the future, or of a drug.
  if (section === "immunisations") {
    const { outcome } = entry as Immunisation;
    return outcome !== "given" && outcome !== "not-stated";
  }
  return section !== "referrals" && kinds[section] !== undefined;
}
