import { basename } from "node:path";
import type { SourcePart } from "@gp2gp/core";
import { XsdSchema } from "@gp2gp/xsd";
import type { XsdFinding } from "@gp2gp/xsd";
import { XmlReadError } from "@gp2gp/xml";
import { cutDocument } from "./cut-document.ts";
import type { SchemaIndex } from "./schema-index.ts";

/** What the schema of a document forbids in it; `schema` is absent where the folder has none for it. */
export interface SchemaCheck {
  readonly schema?: string;
  readonly findings: readonly XsdFinding[];
}

/** Checks documents against the schemas of a folder, each schema compiled once. */
export class SchemaChecker implements Disposable {
  readonly #index: SchemaIndex;
  readonly #compiled = new Map<string, XsdSchema>();

  constructor(index: SchemaIndex) {
    this.#index = index;
  }

  async check(part: SourcePart, signal: AbortSignal): Promise<SchemaCheck> {
    try {
      const cut = await cutDocument(part.open(), this.#index, signal);
      if (!cut) return { findings: [] };
      const findings = this.#schema(cut.schema).validate(new TextEncoder().encode(cut.xml));
      return { schema: basename(cut.schema), findings };
    } catch (error) {
      if (!(error instanceof XmlReadError)) throw error;
      return {
        findings: [{ line: 1, message: "The document is not well-formed XML.", detail: "" }],
      };
    }
  }

  [Symbol.dispose](): void {
    for (const schema of this.#compiled.values()) schema[Symbol.dispose]();
  }

  #schema(path: string): XsdSchema {
    const known = this.#compiled.get(path);
    if (known) return known;
    const schema = XsdSchema.load(path);
    this.#compiled.set(path, schema);
    return schema;
  }
}
