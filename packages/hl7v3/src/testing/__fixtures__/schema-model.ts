import { readFileSync, globSync } from "node:fs";
import { join } from "node:path";
import { isXmlElement, parseXml, type XmlElement } from "@gp2gp/xml";
import { shared } from "./shared-corpus.ts";

/** An element of a complex type, with its place: those of one choice have the same group. */
export interface SchemaElement {
  readonly name: string;
  readonly min: string;
  readonly max: string;
  readonly choice: boolean;
  readonly type: string | XmlElement;
}

/** A complex type as the schema says it, inherited parts included. */
export interface SchemaType {
  readonly elements: readonly SchemaElement[];
  readonly attributes: ReadonlyMap<string, { readonly use: string; readonly meaning: string }>;
}

function childrenOf(element: XmlElement): XmlElement[] {
  return element.children.filter(isXmlElement);
}

function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find(({ local }) => local === name)?.value;
}

/** The complex types of the published schemas, read as plainly as can be: what they say, and nothing of ours. */
export class SchemaModel {
  readonly #types = new Map<string, XmlElement>();
  readonly #groups = new Map<string, XmlElement>();
  readonly roots = new Map<string, string>();

  static async load(names: readonly string[]): Promise<SchemaModel> {
    const model = new SchemaModel();
    const folder = join(shared, "schemas/mim");
    const files = globSync("{dt,schema}/*.xsd", { cwd: folder }).filter((file) =>
      names.some((name) => file.includes(name)),
    );
    for (const file of files) {
      const { root } = await parseXml(readFileSync(join(folder, file)));
      for (const child of childrenOf(root)) {
        const name = attributeOf(child, "name") ?? "";
        if (child.local === "complexType") model.#types.set(name, child);
        if (child.local === "group") model.#groups.set(name, child);
        if (child.local === "element") model.roots.set(name, attributeOf(child, "type") ?? "");
      }
    }
    return model;
  }

  type(reference: string | XmlElement): SchemaType {
    const element = typeof reference === "string" ? this.#types.get(reference) : reference;
    if (element === undefined) throw new Error(`The schemas have no type ${String(reference)}`);
    return this.#content(element);
  }

  #content(element: XmlElement): SchemaType {
    const elements: SchemaElement[] = [];
    const attributes = new Map<string, { use: string; meaning: string }>();
    for (const child of childrenOf(element)) {
      if (child.local === "complexContent") return this.#derived(childrenOf(child)[0] ?? child);
      if (child.local === "attribute") {
        const meaning = attributeOf(child, "default") ?? attributeOf(child, "fixed") ?? "";
        const use = attributeOf(child, "use") ?? "optional";
        attributes.set(attributeOf(child, "name") ?? "", { use, meaning });
      } else {
        elements.push(...this.#particles(child, false, "1"));
      }
    }
    return { elements, attributes };
  }

  #derived(derivation: XmlElement): SchemaType {
    const base = this.type(attributeOf(derivation, "base") ?? "");
    const own = this.#content(derivation);
    const elements =
      derivation.local === "extension" ? [...base.elements, ...own.elements] : own.elements;
    const attributes = new Map([...base.attributes, ...own.attributes]);
    for (const [name, { use }] of attributes) if (use === "prohibited") attributes.delete(name);
    return { elements: elements.filter(({ max }) => max !== "0"), attributes };
  }

  #particles(element: XmlElement, choice: boolean, max: string): SchemaElement[] {
    const own = attributeOf(element, "maxOccurs") ?? "1";
    if (element.local === "element")
      return [
        {
          name: attributeOf(element, "name") ?? "",
          min: attributeOf(element, "minOccurs") ?? "1",
          max: max === "unbounded" ? max : own,
          choice,
          type:
            attributeOf(element, "type") ??
            childrenOf(element).find(({ local }) => local === "complexType") ??
            "",
        },
      ];
    if (element.local === "group") {
      const reference = attributeOf(element, "ref");
      const group = reference === undefined ? element : this.#groups.get(reference);
      return childrenOf(group ?? element).flatMap((child) => this.#particles(child, choice, max));
    }
    if (element.local !== "sequence" && element.local !== "choice") return [];
    const isChoice = choice || element.local === "choice";
    return childrenOf(element).flatMap((child) =>
      this.#particles(child, isChoice, own === "1" ? max : own),
    );
  }
}
