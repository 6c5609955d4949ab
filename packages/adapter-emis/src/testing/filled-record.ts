import { medicalRecordFields } from "../open/wire/medical-record-type.ts";
import { isAllowed } from "../open/wire/wire-spec.ts";
import type { AnyWire, AnyWireValue, FieldSpec, WireFields } from "../open/wire/wire-spec.ts";

/**
 * A medical record in which every element of the schema stands, with values of their type that are all
 * different. `choice` picks one of the members that exclude each other; lists have `items` items.
 */
export function filledRecord(options: {
  readonly choice: number;
  readonly items: number;
}): AnyWire {
  return new Filler(options).node(medicalRecordFields, "");
}

/** Members of which one alone may stand. */
const choices: readonly (readonly string[])[] = [
  [
    "Event",
    "Medication",
    "Diary",
    "Referral",
    "Allergy",
    "Attachment",
    "TestRequest",
    "Investigation",
  ],
  ["PreparationID", "Mixture"],
  ["Post", "Get"],
  ["NationalCode", "AgreedID", "Name"],
];

class Filler {
  readonly #choice: number;
  readonly #items: number;
  #count = 0;
  #elements = 0;

  constructor({ choice, items }: { readonly choice: number; readonly items: number }) {
    this.#choice = choice;
    this.#items = items;
  }

  node(fields: WireFields, name: string): AnyWire {
    const wire: Record<string, AnyWireValue> = {};
    const skipped = this.#skipped(fields, name);
    for (const [member, spec] of Object.entries(fields)) {
      if (skipped.has(member)) continue;
      const value = this.#value(spec, member);
      if (value !== undefined) wire[member] = value;
    }
    return wire;
  }

  #skipped(fields: WireFields, name: string): Set<string> {
    const skipped = new Set<string>();
    for (const members of choices) {
      const inElement = members.length > 4 && name !== "ConsultationElement";
      if (inElement || members.some((member) => !(member in fields))) continue;
      const kept = (this.#choice + (members.length > 4 ? this.#elements++ : 0)) % members.length;
      for (const [at, member] of members.entries()) if (at !== kept) skipped.add(member);
    }
    if (name === "OriginalRequestor")
      skipped.add(this.#choice % 2 === 0 ? "Person" : "Organisation");
    return skipped;
  }

  #value(spec: FieldSpec, name: string): AnyWireValue | undefined {
    switch (spec.kind) {
      case "node":
        return this.node(spec.fields, name);
      case "list":
        return Array.from({ length: name === "ConsultationElement" ? 8 : this.#items }, () =>
          this.node(spec.fields, name),
        );
      case "content":
        return undefined;
      case "leaf":
      case "attribute": {
        this.#count += 1;
        const value = this.#text(spec, name);
        if (!isAllowed(spec, value)) throw new TypeError(`no value for ${name}`);
        return value;
      }
    }
  }

  #text(spec: Extract<FieldSpec, { readonly kind: "leaf" | "attribute" }>, name: string): string {
    const count = this.#count;
    if (name === "FileStatus") return String((count % 2) * 3);
    if (spec.values) return spec.values[count % spec.values.length] ?? "";
    if (/GUID$/.test(name)) return `{${guid(count)}}`;
    if (
      /Date|DateOf|Dead(?!$)|ContractStart|ContractEnd|Expiry/.test(name) &&
      spec.lexical === "string"
    )
      return `${two(1 + (count % 28))}/${two(1 + (count % 12))}/${1950 + (count % 70)}`;
    if (/Time$/.test(name) && spec.lexical === "string")
      return `${two(count % 24)}:${two(count % 60)}:${two(1 + (count % 59))}`;
    switch (spec.lexical) {
      case "integer":
        return String(1000 + count);
      case "short":
        return String(count % 30_000);
      case "byte":
        return String(count % 120);
      case "decimal":
        return `${count}.50`;
      case "dateTime":
        return `2001-02-03T04:05:${two(count % 60)}`;
      case "string":
        return `${name} ${count}`;
    }
  }
}

function guid(count: number): string {
  return `00000000-0000-4000-8000-${count.toString(16).toUpperCase().padStart(12, "0")}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
