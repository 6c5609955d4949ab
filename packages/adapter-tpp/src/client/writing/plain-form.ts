import type {
  Allergy,
  AnyEntry,
  DegradeKind,
  EntrySection,
  Immunisation,
  Loss,
  LossReason,
} from "@gp2gp/core";
import { degradeKindOfAllergy } from "../sections/allergies/write-allergy.ts";
import { isSaid } from "../sections/coded-as.ts";
import { writeConcept } from "../sections/write-code.ts";
import type { ClientWriting } from "./client-writing.ts";
import { takeText } from "./form.ts";
import type { Form } from "./form.ts";
import type { Taking } from "./taking.ts";

/** The stand-in codes of the sections that have one of their own. */
const degradeKinds: Partial<Record<EntrySection, DegradeKind>> = {
  authorisations: "medication",
  issues: "medication",
  dispenses: "medication",
  discontinuations: "medication",
  referrals: "referral",
  testRequests: "request",
  plans: "plan",
  carePlans: "plan",
};

/** Sections that are words or relations and become a narrative whatever codes they have. */
const inWords: ReadonlySet<EntrySection> = new Set([
  "agents",
  "registrations",
  "contacts",
  "groups",
  "problems",
  "documents",
  "alerts",
  "appointmentsAndTasks",
  "questionnaires",
  "links",
]);

/**
 * The plainest form of an entry the format has no structure for, or not all the facts its structure
 * demands: a code with text where the entry has a concept, else a narrative. All other facts are carried.
 */
export function plainForm(
  taking: Taking<AnyEntry>,
  section: EntrySection,
  writing: ClientWriting,
  record: Loss["record"],
): Form {
  const { concept } = taking.entry;
  const standInFor = standInReason(section, taking.entry);
  const written =
    isSaid(concept) && !inWords.has(section)
      ? writeConcept(taking, writing, {
          kind: kindOf(section, taking.entry),
          at: { record, section },
          isPlain: true,
          ...(standInFor && { standInFor }),
        })
      : undefined;
  const text = takeText(taking);
  taking.commit();
  if (!written) return { name: "Narrative", fields: {}, text, dated: false, recordedAs: section };
  return {
    name: "ClinicalCode",
    fields: { Code: written.code },
    text,
    dated: true,
    recordedAs: section,
    marks: written.marks,
    reasons: written.reasons,
    ...(written.blocksPrescribing === true && { blocksPrescribing: true }),
    ...(standInFor && { isUnasserted: true }),
  };
}

/** Sections whose codes say, as a coded entry of the format, that what is planned or prescribed was done or found. */
const notDone: ReadonlySet<EntrySection> = new Set([
  "authorisations",
  "issues",
  "dispenses",
  "discontinuations",
  "testRequests",
  "plans",
  "carePlans",
]);

/** Why the code of an entry may not stand as a coded entry; undefined where it may. */
function standInReason(section: EntrySection, entry: AnyEntry): LossReason | undefined {
  if (notDone.has(section)) return "no-place";
  if (section !== "immunisations") return undefined;
  const { outcome } = entry as Immunisation;
  return outcome === "given" || outcome === "not-stated" ? undefined : "value-not-representable";
}

function kindOf(section: EntrySection, entry: AnyEntry): DegradeKind {
  if (section === "allergies") return degradeKindOfAllergy((entry as Allergy).kind);
  return degradeKinds[section] ?? "record-entry";
}
