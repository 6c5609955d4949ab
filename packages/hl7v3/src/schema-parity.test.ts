import { describe, expect, test } from "vitest";
import { acknowledgementMessage, anyValue, ehrExtractMessage, type WireType } from "./index.ts";
import { compile, type CompiledType } from "./table/compiled-type.ts";
import { SchemaModel, type SchemaType } from "./testing/__fixtures__/schema-model.ts";
import { isSharedAbsent } from "./testing/__fixtures__/shared-corpus.ts";

const parts = ["datatypes.xsd", "RCCT_", "UKCT_", "MCCI_MT0", "MCAI_"];

/** A difference between a class table and the schema, or between two tables of one class. */
type Difference = string;

class Comparison {
  readonly differences: Difference[] = [];
  readonly #compared = new Map<CompiledType, Set<unknown>>();
  readonly #model: SchemaModel;
  readonly #version: string;

  constructor(model: SchemaModel, version: string) {
    this.#model = model;
    this.#version = version;
  }

  /** How many classes and data types of the schema were compared. */
  get count(): number {
    return new Set([...this.#compared.values()].flatMap((references) => [...references])).size;
  }

  compare(type: CompiledType, reference: Parameters<SchemaModel["type"]>[0], path: string): void {
    if (type.variants !== undefined) {
      for (const [name, variant] of type.variants) this.compare(variant(), name, `${path}:${name}`);
      return;
    }
    const references = this.#compared.get(type) ?? new Set();
    if (references.has(reference)) return;
    this.#compared.set(type, references.add(reference));
    const schema = this.#model.type(reference);
    this.#compareAttributes(type, schema, path);
    this.#compareElements(type, schema, path);
  }

  #compareAttributes(type: CompiledType, schema: SchemaType, path: string): void {
    const ours = [...type.attributes]
      .filter(([, { prohibited }]) => prohibited !== true)
      .map(([name, { required, fixed, absent }]) =>
        // The schema says by `type` which class of the reference model it is: no message needs it.
        [
          name,
          required ? "required" : "optional",
          name === "type" ? "" : (fixed ?? absent ?? ""),
        ].join(" "),
      );
    const theirs = [...schema.attributes].map(([name, { use, meaning }]) =>
      [name, use, name === "type" || name === "partType" ? "" : meaning].join(" "),
    );
    this.#expectSame(ours, theirs, `${path}/@`);
  }

  #compareElements(type: CompiledType, schema: SchemaType, path: string): void {
    const ours = type.fields
      .filter(({ max, since }) => max > 0 && (since === undefined || since <= this.#version))
      .flatMap(({ kind, elements, min, max, order }) => {
        const isChoice =
          kind !== "element" || type.fields.filter((field) => field.order === order).length > 1;
        const most = Number.isFinite(max) ? String(max) : "unbounded";
        return [...elements.keys()].map((name) => `${name} ${isChoice ? "*" : min} ${most}`);
      });
    const theirs = schema.elements.map(
      ({ name, min, max, choice }) => `${name} ${choice ? "*" : min} ${max}`,
    );
    // The bounds of an interval are alternatives, which a rule of the type checks.
    if (type.name.startsWith("IVL_")) this.#expectSame(namesOf(ours), namesOf(theirs), path);
    else if (ours.join() !== theirs.join())
      this.differences.push(`${path}: ours ${ours.join(", ")}; the schema's ${theirs.join(", ")}`);
    for (const { name, type: child } of schema.elements) {
      const element = type.elements.get(name);
      if (element !== undefined && name !== "")
        this.compare(element.type, child, `${path}/${name}`);
    }
  }

  #expectSame(ours: readonly string[], theirs: readonly string[], path: string): void {
    const only = (some: readonly string[], others: readonly string[]) =>
      some.filter((item) => !others.includes(item));
    const missing = only(theirs, ours);
    const added = only(ours, theirs);
    if (missing.length + added.length > 0)
      this.differences.push(`${path}: missing ${missing.join(", ")}; added ${added.join(", ")}`);
  }
}

function namesOf(elements: readonly string[]): string[] {
  return elements.map((element) => element.split(" ")[0] ?? "");
}

describe.skipIf(isSharedAbsent)(
  "class tables and schemas (skipped where ../shared is absent)",
  () => {
    test.each([
      ["RCMR_IN030000UK06", "RCMR_MT030101UK04", 173, ehrExtractMessage as WireType<unknown>],
      ["RCMR_IN030000UK07", "RCMR_MT030101UK05", 173, ehrExtractMessage as WireType<unknown>],
      ["MCCI_IN010000UK13", "RCMR_MT030101UK05", 67, acknowledgementMessage as WireType<unknown>],
    ])("say the same of every class of %s", async (message, version, count, type) => {
      const model = await SchemaModel.load([...parts, message, version]);
      const comparison = new Comparison(model, version);
      comparison.compare(compile(type), model.roots.get(message) ?? "", message);
      expect(comparison.differences).toEqual([]);
      expect(comparison.count).toBe(count);
    });

    test("say the same of every data type that a value may have", async () => {
      const model = await SchemaModel.load(["datatypes.xsd"]);
      const comparison = new Comparison(model, "RCMR_MT030101UK05");
      comparison.compare(compile(anyValue as WireType<unknown>), "", "value");
      expect(comparison.differences).toEqual([]);
    });
  },
);
