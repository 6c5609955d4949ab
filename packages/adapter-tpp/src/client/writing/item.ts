import type { AnyEntry, EntrySection, Loss } from "@gp2gp/core";
import { EntryFacts, pointerOf } from "@gp2gp/core";
import { componentOfMark, markLine } from "../carried-marks.ts";
import { writeItem } from "../sections/write-item.ts";
import type { ClientWriting } from "./client-writing.ts";
import type { Form } from "./form.ts";

/** The problem an item is the header of. */
export interface ProblemFacet {
  readonly facts: EntryFacts;
  readonly uid: string | undefined;
  readonly fields: {
    readonly ProblemSeverity: string;
    readonly ProblemEndDate: string | undefined;
  };
  readonly marks: readonly string[];
}

/** An entry as the item it is written as; where it stands is decided later. */
export interface Item {
  readonly section: EntrySection;
  readonly entry: AnyEntry;
  /** Where the entry stands in the record. */
  readonly record: Loss["record"];
  readonly facts: EntryFacts;
  readonly form: Form;
  /** The composite this is a measurement of. */
  readonly componentOf?: string;
  /** Uids of problems that are not the item's own. */
  readonly linkedProblems: Set<string>;
  problem?: ProblemFacet;
}

/** The items of one entry: its own, and one for each measurement of a composite. */
export function itemsOf(
  section: EntrySection,
  index: number,
  entry: AnyEntry,
  writing: ClientWriting,
): Item[] {
  const facts = new EntryFacts(section, index, entry);
  const record = facts.pointer;
  const components = componentsOf(section, entry).map((component, place): Item => {
    const partFacts = new EntryFacts(section, index, component);
    const part = record + pointerOf("components", place);
    const form = writeItem({ section, entry: component, facts: partFacts, record: part }, writing);
    return {
      section,
      entry: component,
      record: part,
      facts: partFacts,
      form: { ...form, marks: [...(form.marks ?? []), markLine(componentOfMark, entry.id)] },
      componentOf: entry.id,
      linkedProblems: new Set(),
    };
  });
  const areCodes = components.every(({ form }) => form.name === "ClinicalCode");
  const parts = areCodes ? components : [];
  if (parts.length > 0) facts.take("components");
  const form = writeItem({ section, entry, facts, record }, writing);
  const own: Item = { section, entry, record, facts, form, linkedProblems: new Set() };
  return [own, ...parts];
}

function componentsOf(section: EntrySection, entry: AnyEntry): readonly AnyEntry[] {
  if (section !== "observations" || !("components" in entry)) return [];
  return (entry.components ?? []) as readonly AnyEntry[];
}
