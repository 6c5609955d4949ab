import type { CarriedFact, CarriedText } from "@gp2gp/core";

/*
 * Beside the facts of core's grammar a carried block of this format may hold marks:
 *
 *   [Consultation: false]   the entry stands in no consultation; the event was made for it
 *   [Effective: false]      the entry has no date; the date of the event is not its own
 *   [Activity: false]       nothing says whether the problem is active
 *   [Order: 3]              its place among its siblings
 *   [Component of: "…"]     the entry is a measurement of the composite with that id
 *   [Residue: true]         the words are of something that has no place in the record
 *
 * A narrative whose own text begins with "Further details of" belongs to something that has no text of
 * its own: an item of its event by name and number, the event, the patient or the registration.
 */

/** Members of which `false` says that the entry has none. */
export const absentMarks = ["consultation", "effective", "activity"] as const;

export const componentOfMark = "componentOf";
export const residueMark = "residue";

/** The value of a fact or mark that is a member of the entry itself. */
export function memberOf(
  facts: readonly CarriedFact[],
  key: string,
): CarriedFact["value"] | undefined {
  return facts.find(({ path: [step, ...more] }) => more.length === 0 && keyOf(step) === key)?.value;
}

/** Whether a fact is a mark of this format and none of the entry. */
export function isMark(fact: CarriedFact): boolean {
  const [step, ...more] = fact.path;
  const key = keyOf(step);
  if (more.length > 0 || key === undefined) return false;
  if (key === componentOfMark) return true;
  return fact.value === false && absentMarks.some((mark) => mark === key);
}

/** Whether any fact lies at a place or within it; the place by keys, without indexes. */
export function carriesAny(facts: readonly CarriedFact[], place: string): boolean {
  return facts.some(({ path }) => {
    const keys = path
      .map((step) => keyOf(step) ?? "")
      .filter((key) => key !== "")
      .join("/");
    return keys === place || keys.startsWith(`${place}/`);
  });
}

function keyOf(step: CarriedFact["path"][number] | undefined): string | undefined {
  return step && "key" in step ? step.key : undefined;
}

const furtherDetails = "Further details of ";
const orderIntroduction = ", whose entries stood in the order ";
const elsewhere = "elsewhere";

/** What a narrative of further details is about. */
export type DetailsSubject =
  | { readonly kind: "item"; readonly name: string; readonly number: number }
  | { readonly kind: "event"; readonly order?: readonly (string | undefined)[] }
  | { readonly kind: "patient" }
  | { readonly kind: "registration" }
  | { readonly kind: "residue"; readonly format: string; readonly words: string };

/** The own text of a narrative of further details. */
export function detailsText(subject: DetailsSubject): string {
  switch (subject.kind) {
    case "item":
      return `${furtherDetails}${subject.name} ${subject.number}`;
    case "event":
      return `${furtherDetails}this event${subject.order ? orderIntroduction + subject.order.map((item) => item ?? elsewhere).join(", ") : ""}`;
    case "residue":
      return `${furtherDetails}the record, from ${subject.format}:\n${subject.words}`;
    case "patient":
    case "registration":
      return `${furtherDetails}the ${subject.kind}`;
  }
}

/** What a narrative is about, by its own text; undefined for one that is not about anything else. */
export function detailsSubject(text: string): DetailsSubject | undefined {
  if (!text.startsWith(furtherDetails)) return undefined;
  const rest = text.slice(furtherDetails.length);
  if (rest === "the patient") return { kind: "patient" };
  if (rest === "the registration") return { kind: "registration" };
  if (rest === "this event") return { kind: "event" };
  const residue = /^the record, from ([a-z0-9-]+):\n([\s\S]+)$/.exec(rest);
  if (residue?.[1] !== undefined && residue[2] !== undefined)
    return { kind: "residue", format: residue[1], words: residue[2] };
  if (rest.startsWith(`this event${orderIntroduction}`)) {
    const items = rest.slice(`this event${orderIntroduction}`.length).split(", ");
    return { kind: "event", order: items.map((item) => (item === elsewhere ? undefined : item)) };
  }
  const [, name, number] = /^([A-Za-z]+) ([1-9]\d*)$/.exec(rest) ?? [];
  return name === undefined ? undefined : { kind: "item", name, number: Number(number) };
}

/** Whether a narrative's carried block makes it one of further details: it has a block, and is not itself the entry. */
export function isDetails({ facts, recordedAs }: CarriedText): boolean {
  return recordedAs !== "narratives" && (facts.length > 0 || recordedAs !== undefined);
}

/** The line of a mark, in the words of core's grammar. */
export function markLine(key: string, value: string | number | boolean): string {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `[${words.charAt(0).toUpperCase()}${words.slice(1)}: ${JSON.stringify(value)}]`;
}
