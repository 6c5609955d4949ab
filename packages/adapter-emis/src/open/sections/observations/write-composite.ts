import type { EntryOf } from "@gp2gp/core";
import { formatId, emisDataOf } from "../../emis-data.ts";
import type { WireEvent } from "../../wire/coded-item-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import { workOnComponent } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeEvent } from "../events/write-event.ts";

type Composite = EntryWork<"observations">;

/** Whether an observation is a composite that events of one group can say. */
export function isComposite(work: EntryWork, writing: Writing): work is Composite {
  if (work.section !== "observations") return false;
  const { components = [], value, referenceRanges } = work.entry as EntryOf<"observations">;
  return (
    components.length > 0 &&
    value === undefined &&
    referenceRanges === undefined &&
    components.every(
      (component) =>
        component.value?.kind === "quantity" &&
        component.value.quantity.value !== undefined &&
        component.concept?.qualifiers === undefined &&
        !writing.problemsByName.has(component.id),
    )
  );
}

/**
 * The events of a composite: one for each value, all of one GroupID, headed by one for the composite
 * itself where it says more than its values together do.
 */
export function writeComposite(work: Composite, writing: Writing): WireEvent[] {
  const { entry, facts } = work;
  const components = entry.components ?? [];
  const group = emisDataOf(entry)?.group ?? writing.nextGroup();
  const values = components.map((component, at) => {
    const own = workOnComponent(work, at, component);
    const shared = entry.category === undefined ? {} : { category: entry.category };
    return writeEvent({ ...own, entry: { ...component, ...shared } }, writing, { GroupID: group });
  });
  facts.take("components");
  const [first] = components;
  if (isDerivable(work, writing, first)) return values;
  const head = writeEvent(work, writing, { GroupID: group });
  return [head, ...values];
}

/** Whether reading the values gives everything the composite says. */
function isDerivable(
  { entry, facts }: Composite,
  writing: Writing,
  first: NonNullable<EntryOf<"observations">["components"]>[number] | undefined,
): boolean {
  const components = entry.components ?? [];
  const id = writing.context.newId(`${formatId}:composite:${first?.id ?? ""}`);
  const linked = writing.problemLinks.has(entry.id) || writing.problemsByName.has(entry.id);
  if (components.length < 2 || linked || entry.id !== id) return false;
  const shared = new Set(["id", "components", "category"]);
  for (const key of ["effective", "recorded", "participants"] as const) {
    const text = JSON.stringify(entry[key]);
    if (!components.every((component) => JSON.stringify(component[key]) === text)) continue;
    shared.add(key);
  }
  const more = facts.rest().some(({ path: [key] }) => !shared.has(String(key)));
  if (more) return false;
  for (const key of shared) facts.take(key);
  return true;
}
