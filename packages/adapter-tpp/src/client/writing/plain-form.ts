import { degradeKindOfEntry, isNotDone } from "@gp2gp/core";
import type { AnyEntry, EntrySection, Loss, LossReason } from "@gp2gp/core";
import { isSaid } from "../sections/coded-as.ts";
import { writeConcept } from "../sections/write-code.ts";
import type { ClientWriting } from "./client-writing.ts";
import { takeText } from "./form.ts";
import type { Form } from "./form.ts";
import type { Taking } from "./taking.ts";

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
          kind: degradeKindOfEntry(section, taking.entry),
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

/** Why the code of an entry may not stand as a coded entry; undefined where it may. */
function standInReason(section: EntrySection, entry: AnyEntry): LossReason | undefined {
  if (!isNotDone(section, entry)) return undefined;
  return section === "immunisations" ? "value-not-representable" : "no-place";
}
