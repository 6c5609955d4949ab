import { readIntegerCode } from "../../codecs/integer-code.ts";
import { readCarriedText } from "@gp2gp/core";
import type { CarriedText, EntryId, Group } from "@gp2gp/core";
import { formatId } from "../../emis-data.ts";
import { carries, restored } from "../../reading/restored.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireConsultationElement } from "../../wire/consultation-types.ts";
import { compositeOf, groupEvents, readComposite } from "../observations/read-composite.ts";
import { headingSystem } from "./headings.ts";
import { readItem } from "./read-item.ts";

interface Page {
  readonly key: string;
  readonly id: EntryId;
}

/**
 * The elements of a consultation in their order. Neighbours of one ProblemSection are a topic, neighbours
 * of one Header in it a category; what says neither stands in the consultation itself.
 */
export function readElements(
  elements: readonly WireConsultationElement[],
  consultation: EntryId,
  reading: Reading,
): void {
  const pages = new Pages(consultation, reading);
  const read: WireConsultationElement[] = [];
  const kept = elements.filter((element) => {
    if (itemOf(element)?.FileStatus !== "2") return true;
    reading.deleted("ConsultationElement", element, consultation);
    return false;
  });
  const runs = groupEvents(kept, { eventOf: ({ Event }) => Event, keyOf: placeKey });
  for (const run of runs) {
    const [element] = run;
    if (!element) continue;
    const carried = run.length === 1 ? groupCarrier(element) : undefined;
    if (carried) {
      pages.open(element, carried);
      continue;
    }
    const place = pages.placeOf(element);
    read.push(...run);
    const group = run.length > 1 ? compositeOf(run.flatMap(({ Event }) => Event ?? [])) : undefined;
    if (group) readComposite(group, place, reading);
    else readItem(element, place, reading);
  }
  reading.elements.push({ consultation, elements: read });
}

function itemOf(element: WireConsultationElement): { FileStatus?: string | undefined } | undefined {
  return (
    element.Event ??
    element.Medication ??
    element.Diary ??
    element.Referral ??
    element.Allergy ??
    element.Attachment ??
    element.TestRequest ??
    element.Investigation
  );
}

/** Text that carries what a topic or category has beside its number or heading. */
function groupCarrier(element: WireConsultationElement): CarriedText | undefined {
  const carried = readCarriedText(element.Event?.DescriptiveText ?? "");
  if (carried.recordedAs !== "groups" || carried.text !== "") return undefined;
  const standsAlone = carries(carried, "kind");
  return standsAlone ? undefined : carried;
}

function placeKey({ ProblemSection = "", Header }: WireConsultationElement): string {
  return `${ProblemSection} ${headerKey(Header)}`;
}

function headerKey(header: WireConsultationElement["Header"]): string {
  return header ? JSON.stringify(Object.entries(header)) : "";
}

/** The topic and category the elements are in. */
class Pages {
  readonly #consultation: EntryId;
  readonly #reading: Reading;
  #topics = 0;
  #categories = 0;
  #topic: Page | undefined;
  #category: Page | undefined;

  constructor(consultation: EntryId, reading: Reading) {
    this.#consultation = consultation;
    this.#reading = reading;
  }

  placeOf(element: WireConsultationElement): Place {
    const section = element.ProblemSection ?? "";
    if (section === "") this.#topic = undefined;
    else if (this.#topic?.key !== section) this.#openTopic(element);
    const header = readIntegerCode(element.Header, headingSystem) ? headerKey(element.Header) : "";
    if (header === "" || this.#category?.key !== `${this.#topic?.id ?? ""} ${header}`) {
      this.#category = undefined;
      if (header !== "") this.#openCategory(element);
    }
    const within = this.#category?.id ?? this.#topic?.id;
    return { consultation: this.#consultation, ...(within !== undefined && { within }) };
  }

  /** Begins a group with what its carrier says, whatever stood before. */
  open(element: WireConsultationElement, carried: CarriedText): void {
    const category = readIntegerCode(element.Header, headingSystem) !== undefined;
    if (category) {
      if ((element.ProblemSection ?? "") === "") this.#topic = undefined;
      else if (this.#topic?.key !== element.ProblemSection) this.#openTopic(element);
      this.#openCategory(element, carried);
    } else this.#openTopic(element, carried);
  }

  #openTopic(element: WireConsultationElement, carried?: CarriedText): void {
    this.#category = undefined;
    this.#topics += 1;
    const id = this.#reading.freshId(`${formatId}:topic:${this.#consultation}:${this.#topics}`);
    const place = { consultation: this.#consultation };
    const group: Group = { ...this.#reading.base(id, element, place), kind: "topic" };
    this.#topic = { key: element.ProblemSection ?? "", id: this.#put(group, carried) };
  }

  #openCategory(element: WireConsultationElement, carried?: CarriedText): void {
    this.#categories += 1;
    const seed = `${formatId}:category:${this.#consultation}:${this.#categories}`;
    const within = this.#topic?.id;
    const place = { consultation: this.#consultation, ...(within !== undefined && { within }) };
    const concept = readIntegerCode(element.Header, headingSystem);
    const group: Group = {
      ...this.#reading.base(this.#reading.freshId(seed), element, place),
      kind: "category",
      ...(concept && { concept }),
    };
    const key = `${within ?? ""} ${headerKey(element.Header)}`;
    this.#category = { key, id: this.#put(group, carried) };
  }

  #put(group: Group, carried: CarriedText | undefined): EntryId {
    const { concept, ...bare } = group;
    const named = concept && !(carried && carries(carried, "concept"));
    const whole = carried && restored("groups", named ? group : bare, carried);
    if (carried && !whole)
      this.#reading.report("carried-text-unreadable", undefined, { group: group.id });
    return this.#reading.put("groups", whole ?? group);
  }
}
