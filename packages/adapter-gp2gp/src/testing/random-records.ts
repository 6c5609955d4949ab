import { emptyRecord, entrySections, sectionSchemas } from "@gp2gp/core";
import type { AnyEntry, EntryId, EntrySection, PatientRecord } from "@gp2gp/core";
import type { z } from "zod";

/** A source of numbers that is the same for the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }

  chance(part: number): boolean {
    return this.next() < part;
  }
}

const words = [
  "Seen in clinic",
  "two\nlines  of text ",
  "<&>\"' é 漢 😀",
  "[Carried from the sending system]",
  '[Code 1: Read v2 H33.. "Asthma"]',
  "1",
  "tablet(s)",
  "bell\u0007",
];
const dates = [
  "1999",
  "1999-05",
  "2001-02-03",
  "2010-01-13T11:37",
  "2010-01-13T11:37:31",
  "2010-01-13T11:37:31.25+01:00",
  "2010-01-13T11:37Z",
];
const codes: readonly (readonly [string | undefined, string])[] = [
  ["snomed", "195967001"],
  ["read-v2", "H33..00"],
  ["ctv3", "XE0YX"],
  ["emis:local", "ABC 1"],
  ["tpp:kind", "Yab12"],
  [undefined, "plain"],
  ["urn:oid:1.2.3.4", "x"],
  ["gp2gp-role", "author"],
];

/** Values for the schemas of the record, valid by construction of the schema they are made from. */
export class RandomValues {
  readonly #dice: Dice;
  readonly #ids: readonly EntryId[];

  constructor(dice: Dice, ids: readonly EntryId[]) {
    this.#dice = dice;
    this.#ids = ids;
  }

  of(schema: z.core.$ZodType, depth = 0): unknown {
    const def = schema._zod.def as z.core.$ZodTypes["_zod"]["def"];
    const meta = titleOf(schema);
    if (meta === "Entry id") return this.#dice.pick(this.#ids);
    if (meta === "Coding") return this.#coding();
    if (meta === "Partial date and time") return this.#dice.pick(dates);
    switch (def.type) {
      case "object":
        return this.#object(def.shape, depth);
      case "array": {
        const count = depth > 5 ? 0 : this.#dice.below(3);
        const items = Array.from({ length: count }, () => this.of(def.element, depth + 1));
        return items.filter(saysSomething);
      }
      case "default":
      case "optional":
        return this.of(def.innerType, depth);
      case "enum":
        return this.#dice.pick(Object.values(def.entries));
      case "union":
        return this.of(this.#dice.pick(def.options), depth);
      case "literal":
        return def.values[0];
      case "boolean":
        return this.#dice.chance(0.5);
      case "number":
        return this.#dice.below(5);
      case "string":
        return this.#string(schema);
      case "record":
        return {};
      default:
        throw new TypeError(`no random value for a schema of type ${def.type}`);
    }
  }

  #object(
    shape: Readonly<Record<string, z.core.$ZodType>>,
    depth: number,
  ): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    for (const [key, member] of Object.entries(shape)) {
      if (key === "supplierData" || key === "source" || key === "map" || key === "degrade")
        continue;
      const optional = member._zod.def.type === "optional";
      if (key === "bytes") {
        made[key] = 7;
        continue;
      }
      if (optional && (depth > 6 || this.#dice.chance(0.5))) continue;
      let value = this.of(member, depth + 1);
      for (
        let again = 0;
        again < 20 && !optional && isObject(value) && !saysSomething(value);
        again++
      )
        value = this.of(member, depth + 1);
      if (!optional || saysSomething(value)) made[key] = value;
    }
    if ("source" in shape) made["source"] = {};
    return made;
  }

  #coding(): unknown {
    const [system, code] = this.#dice.pick(codes);
    return {
      ...(system !== undefined && { system }),
      code,
      ...(this.#dice.chance(0.7) && { display: "A term" }),
      ...(this.#dice.chance(0.2) && { termId: "11" }),
      ...(this.#dice.chance(0.2) && { text: "own words" }),
      asserted: this.#dice.chance(0.8) ? "source" : "mapped",
    };
  }

  #string(schema: z.core.$ZodType): string {
    const pattern = (schema as z.ZodString).safeParse("x").success ? "words" : "pattern";
    if (pattern === "words") return this.#dice.pick(words);
    for (const candidate of ["12.50", "7", "1999", "+3", "a".repeat(64)])
      if ((schema as z.ZodString).safeParse(candidate).success) return candidate;
    throw new TypeError("no candidate for a string pattern");
  }
}

/** Whether there is any fact in a value: a thing of which nothing is said is none. */
function saysSomething(value: unknown): boolean {
  return typeof value === "object" && value !== null
    ? Object.values(value).some(saysSomething)
    : value !== undefined;
}

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function titleOf(schema: z.core.$ZodType): string | undefined {
  return (schema as z.ZodType).meta()?.["title"] as string | undefined;
}

/** A record of entries of every section, each with members at random, linked and nested at random. */
export function randomRecord(seed: number, size: number): PatientRecord {
  const dice = new Dice(seed);
  const record = emptyRecord(
    { identifiers: [{ system: "nhs-number", value: "9990000018" }] },
    { format: "test-random" },
  );
  const planned = Array.from({ length: size }, (_, index) => ({
    section: dice.pick(entrySections),
    id: idOf(dice, index),
  }));
  const ids = [...planned.map(({ id }) => id), "nowhere", "0F0E0D0C-0B0A-4908-8706-050403020100"];
  const values = new RandomValues(dice, ids);
  const consultations = planned.filter(({ section }) => section === "consultations");
  const groups: { readonly id: EntryId; readonly consultation: EntryId | undefined }[] = [];
  const orders = new Map<string, number>();
  for (const { section, id } of planned) {
    const made = values.of(sectionSchemas[section]) as Record<string, unknown>;
    const free = section === "agents" || section === "consultations";
    const group = !free && groups.length > 0 && dice.chance(0.5) ? dice.pick(groups) : undefined;
    const inOne = !free && consultations.length > 0 && dice.chance(0.7);
    const own = inOne ? dice.pick(consultations).id : undefined;
    const consultation = group ? group.consultation : own;
    const parent = group?.id ?? consultation ?? "";
    const order = orders.get(parent) ?? 0;
    orders.set(parent, order + 1);
    made["id"] = id;
    made["order"] = order;
    delete made["consultation"];
    delete made["within"];
    if (consultation !== undefined) made["consultation"] = consultation;
    if (group) made["within"] = group.id;
    if ("statement" in made) made["statement"] = dice.chance(0.5) ? id : idOf(dice, order);
    if (section === "groups" && made["kind"] !== "empty") groups.push({ id, consultation });
    (record[section as EntrySection] as AnyEntry[]).push(made as unknown as AnyEntry);
  }
  return record;
}

function idOf(dice: Dice, index: number): EntryId {
  if (dice.chance(0.2)) return `row-${index}`;
  const hex = Array.from({ length: 32 }, () => "0123456789ABCDEF".charAt(dice.below(16))).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
