import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isXmlElement, parseXml } from "@gp2gp/xml";
import type { XmlElement } from "@gp2gp/xml";
import { describe, expect, it } from "vitest";
import { occursIn, valuesIn } from "./field.ts";
import type { Field, TextField } from "./field.ts";
import { rulesOf } from "./wire-types.ts";
import type { WireTypeName } from "./wire-types.ts";

const shared = process.env["GP2GP_SHARED"] ?? join(import.meta.dirname, "../../../../../../shared");
const path = join(shared, "schemas/tpp/TppPatientRecord.xsd");

/** A class as lines: attributes, then elements in their order, each with its number, form and values. */
type Description = readonly string[];

function childrenOf(element: XmlElement | undefined, local?: string): XmlElement[] {
  return (element?.children ?? [])
    .filter(isXmlElement)
    .filter((child) => local === undefined || child.local === local);
}

const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find(({ local }) => local === name)?.value;

class Schema {
  readonly #types = new Map<string, XmlElement>();

  constructor(root: XmlElement) {
    for (const type of childrenOf(root)) this.#types.set(attribute(type, "name") ?? "", type);
  }

  /** Describes a class and, by the names of their elements, those within it. */
  describe(type: XmlElement, at: string, found: Map<string, Description>): void {
    const [sequence] = childrenOf(type, "sequence");
    const attributes = childrenOf(type, "attribute")
      .map((one) => {
        const occurs = attribute(one, "use") === "required" ? "one" : "optional";
        return `@${attribute(one, "name")} ${occurs} ${this.#formOf(attribute(one, "type"))}`;
      })
      .toSorted();
    const elements = childrenOf(sequence, "element").map((one) => {
      const name = attribute(one, "name") ?? "";
      const inner =
        childrenOf(one, "complexType")[0] ?? this.#types.get(attribute(one, "type") ?? "");
      const isComplex = inner?.local === "complexType";
      const isFlag =
        isComplex &&
        childrenOf(inner, "sequence").length === 0 &&
        childrenOf(inner, "attribute").length === 0;
      if (isComplex && !isFlag) this.describe(inner, `${at}/${name}`, found);
      const form = isFlag ? "flag" : isComplex ? "node" : this.#formOf(attribute(one, "type"));
      return `${name} ${occursOf(one)} ${form}`;
    });
    found.set(at, [...attributes, ...elements]);
  }

  root(name: string): XmlElement {
    const type = this.#types.get(name);
    if (!type) throw new Error(`no type ${name}`);
    return type;
  }

  #formOf(type: string | undefined): string {
    const simple = this.#types.get(type ?? "");
    if (simple?.local !== "simpleType") return (type ?? "").replace("xs:", "");
    const values = childrenOf(childrenOf(simple, "restriction")[0], "enumeration").map((value) =>
      attribute(value, "value"),
    );
    return `string ${JSON.stringify(values)}`;
  }
}

function occursOf(element: XmlElement): string {
  if (attribute(element, "maxOccurs") === "unbounded") return "many";
  return attribute(element, "minOccurs") === "0" ? "optional" : "one";
}

function describeTable(name: WireTypeName, at: string, found: Map<string, Description>): void {
  const { attributes, elements } = rulesOf(name);
  const described = Object.entries(attributes)
    .filter(([, field]) => occursIn(field, "patient-record"))
    .map(([key, field]) => `@${key} ${occursIn(field, "patient-record")} ${formOf(field)}`)
    .toSorted();
  const own = Object.entries(elements).filter(([, field]) => occursIn(field, "patient-record"));
  const lines = own.map(([key, field]) => {
    if (field.kind === "node") describeTable(field.type as WireTypeName, `${at}/${key}`, found);
    return `${key} ${occursIn(field, "patient-record")} ${formOf(field)}`;
  });
  found.set(at, [...described, ...lines]);
}

function formOf(field: Field): string {
  if (field.kind !== "text") return field.kind;
  const values = valuesIn(field, "patient-record");
  return values ? `string ${JSON.stringify(values)}` : (field satisfies TextField).lexical;
}

describe.skipIf(!existsSync(path))(
  "the table of the format (skipped where the shared schemas are absent)",
  () => {
    it("is TppPatientRecord.xsd, class by class: order, cardinality, forms and values", async () => {
      const { root } = await parseXml(readFileSync(path));
      const schema = new Schema(root);
      const published = new Map<string, Description>();
      schema.describe(schema.root("PatientRecord"), "PatientRecord", published);
      const table = new Map<string, Description>();
      describeTable("PatientRecord", "PatientRecord", table);
      expect(Object.fromEntries(table)).toEqual(Object.fromEntries(published));
      expect(table.size).toBeGreaterThan(40);
    });
  },
);
