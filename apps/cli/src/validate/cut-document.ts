import { readXml } from "@gp2gp/xml";
import type { XmlSource, XmlTag } from "@gp2gp/xml";
import { InputError } from "../input-error.ts";
import { rootKey } from "./schema-index.ts";
import type { SchemaIndex } from "./schema-index.ts";

/** Characters a schema check takes; the validator holds all of them and their tree at once. */
const CHARACTERS = 200_000_000;

export interface CutDocument {
  /** The schema of its root element. */
  readonly schema: string;
  readonly xml: string;
}

/**
 * The first element of a document that some schema declares, with all that is in it, as a document of
 * its own: records stand in envelopes no schema knows. Elements stay on their lines.
 */
export async function cutDocument(
  source: XmlSource,
  schemas: SchemaIndex,
  signal: AbortSignal,
): Promise<CutDocument | undefined> {
  const cut = new Cutter(schemas);
  await readXml(source, cut, { signal });
  return cut.schema === undefined ? undefined : { schema: cut.schema, xml: cut.pieces.join("") };
}

class Cutter {
  schema: string | undefined;
  readonly pieces: string[] = [];
  readonly #schemas: SchemaIndex;
  readonly #declarations = new Map<string, string>();
  #depth = 0;
  #done = false;
  #line = 1;
  #length = 0;

  constructor(schemas: SchemaIndex) {
    this.#schemas = schemas;
  }

  open(tag: XmlTag): void {
    if (this.#done) return;
    if (this.schema === undefined) {
      for (const { name, value } of tag.attributes)
        if (name === "xmlns" || name.startsWith("xmlns:")) this.#declarations.set(name, value);
      this.schema = this.#schemas.get(rootKey(tag.namespace, tag.local));
      if (this.schema === undefined) return;
      const own = tag.attributes.filter(({ name }) => !this.#declarations.has(name));
      const inherited = [...this.#declarations].map(([name, value]) => ({ name, value }));
      this.#openTag(tag, [...inherited, ...own]);
    } else this.#openTag(tag, tag.attributes);
    this.#depth += 1;
  }

  text({ text }: { readonly text: string }): void {
    if (this.schema === undefined || this.#done) return;
    this.#write(escaped(text));
  }

  close({ name }: XmlTag): void {
    if (this.schema === undefined || this.#done) return;
    this.#write(`</${name}>`);
    this.#depth -= 1;
    this.#done = this.#depth === 0;
  }

  #openTag(
    { name, line }: XmlTag,
    attributes: readonly { readonly name: string; readonly value: string }[],
  ): void {
    const missing = line - this.#line;
    const inside = attributes.map((one) => ` ${one.name}="${escaped(one.value)}"`).join("");
    this.#write(`${"\n".repeat(Math.max(0, missing))}<${name}${inside}>`);
  }

  #write(piece: string): void {
    this.#length += piece.length;
    if (this.#length > CHARACTERS)
      throw new InputError("The document is too large to be checked against a schema.");
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", at + 1)) this.#line += 1;
    this.pieces.push(piece);
  }
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"\r]/g, (character) => escapes[character] ?? character);
}
