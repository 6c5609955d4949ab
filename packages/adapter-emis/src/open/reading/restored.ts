import { restoreEntry } from "@gp2gp/core";
import type { AnyEntry, CarriedText, EntryOf, EntrySection } from "@gp2gp/core";

type Step = CarriedText["facts"][number]["path"][number];

/** Whether a step of a carried path is that member. */
export function isKey(step: Step | undefined, key: string): boolean {
  return step !== undefined && "key" in step && step.key === key;
}

/** Whether the text carries anything of a member, or of a member of that. */
export function carries({ facts }: CarriedText, member: string, inner?: string): boolean {
  return facts.some(
    ({ path: [first, second] }) =>
      isKey(first, member) && (inner === undefined || isKey(second, inner)),
  );
}

/** The carried value of a member, where that is a single one. */
function carriedValue({ facts }: CarriedText, member: string): unknown {
  return facts.find(({ path: [first, ...more] }) => more.length === 0 && isKey(first, member))
    ?.value;
}

/** The id by which carried text names the entry it belongs to: a problem by the entry that names it. */
export function carriedKey(section: EntrySection, carried: CarriedText): string | undefined {
  const value = carriedValue(carried, section === "problems" ? "names" : "id");
  return typeof value === "string" ? value : undefined;
}

/** Consultations and locations have a type, which stands for a concept they have no place for. */
function isTyped(section: EntrySection, entry: object): boolean {
  const person = "kind" in entry && entry.kind === "person";
  return section === "consultations" || (section === "agents" && !person);
}

/** An entry with what text carries of it put back; undefined where that does not fit. */
export function restored<Section extends EntrySection>(
  section: Section,
  entry: object,
  carried: CarriedText,
): EntryOf<Section> | undefined {
  if (carried.facts.length === 0) return entry as EntryOf<Section>;
  const bare = withoutStandIns(section, entry, carried);
  return restoreEntry(section, bare, carried.facts);
}

/**
 * Without what the structure could only say in another way than the text says it: a policy that stands
 * for other restrictions, a date that stands for a period, a type of consultation for a concept.
 */
function withoutStandIns(section: EntrySection, entry: object, carried: CarriedText): object {
  const { confidentiality, effective, concept, ...rest } = entry as Partial<AnyEntry>;
  const timed = carried.facts.some(({ path: [first, second], value }) => {
    return isKey(first, "effective") && isKey(second, "kind") && value !== "centre";
  });
  const named = isTyped(section, entry) && carries(carried, "concept");
  return {
    ...rest,
    confidentiality: carries(carried, "confidentiality") ? [] : (confidentiality ?? []),
    ...(effective && !timed && { effective }),
    ...(concept && !named && { concept }),
  };
}
