import { compile, type CompiledField, type CompiledType } from "./compiled-type.ts";
import type { ModelVersion } from "./field-spec.ts";
import { finding, type Finding, type FindingCode } from "./finding.ts";
import { attributeFault } from "./lexical.ts";
import { wirePosition, type WirePosition } from "./wire-node.ts";
import type { WireType } from "./wire-type.ts";

/** How a wire value is checked. */
export interface CheckWireOptions {
  /** The element that the value will be; the name of its class where not given. */
  readonly name?: string;
  /** The version of the model that it is to be written as. */
  readonly version?: ModelVersion;
}

type Node = Readonly<Record<PropertyKey, unknown>>;

/**
 * Checks a wire value against its class table: what is missing, too many, wrongly fixed, malformed, or has no place in
 * the class. A value that was parsed has no finding here that its parse report lacks, but those of `extras-present`,
 * which stand for its unknown parts.
 */
export function checkWire<Value>(
  type: WireType<Value>,
  value: Value,
  options: CheckWireOptions = {},
): readonly Finding[] {
  const checker = new WireChecker(options.version);
  checker.check(compile(type), value as Node, `/${options.name ?? type.name}[1]`);
  return checker.findings;
}

class WireChecker {
  readonly findings: Finding[] = [];
  readonly #version: ModelVersion | undefined;

  constructor(version: ModelVersion | undefined) {
    this.#version = version;
  }

  check(type: CompiledType, node: Node, path: string): void {
    if (type.variants !== undefined) {
      this.#checkVariant(type.variants, node, path);
      return;
    }
    this.#checkAttributes(type, node, path);
    if (node["extras"] !== undefined) this.#add("extras-present", node, path);
    for (const field of type.fields) this.#checkField(field, node, path);
    this.#checkExclusive(type, node, path);
    for (const rule of type.rules) {
      const code = rule(node as Readonly<Record<string, unknown>>);
      if (code !== undefined) this.#add(code, node, path);
    }
  }

  #checkVariant(variants: ReadonlyMap<string, () => CompiledType>, node: Node, path: string): void {
    const variant = variants.get(String(node["dataType"]));
    if (variant === undefined) this.#add("type-unknown", node, path);
    else this.check(variant(), node, path);
  }

  #checkAttributes(type: CompiledType, node: Node, path: string): void {
    for (const [name, spec] of type.attributes) {
      const value = node[name];
      if (typeof value !== "string") {
        if (spec.required) this.#add("attribute-missing", node, path, name);
      } else {
        const fault = attributeFault(spec, value);
        if (fault !== undefined) this.#add(fault, node, path, name);
      }
    }
  }

  #checkField(field: CompiledField, node: Node, path: string): void {
    const value = node[field.property];
    const values: readonly unknown[] =
      value === undefined ? [] : Array.isArray(value) ? value : [value];
    if (values.length < field.min) this.#add("element-missing", node, path, field.property);
    if (values.length > 0 && field.max === 0)
      this.#add("element-not-allowed", node, path, field.property);
    else if (values.length > field.max) this.#add("element-excess", node, path, field.property);
    if (values.length > 0 && field.since !== undefined && this.#isLater(field.since))
      this.#add("version-later", node, path, field.property);
    const counts = new Map<string, number>();
    for (const item of values) {
      const child = item as Node;
      const name = field.kind === "element" ? field.property : String(child["kind"]);
      const element = field.elements.get(name);
      if (element === undefined) {
        if (field.kind !== "parts" || name !== "text")
          this.#add("element-unknown", node, path, name);
        continue;
      }
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      this.check(element.type, child, `${path}/${name}[${count}]`);
    }
  }

  #checkExclusive(type: CompiledType, node: Node, path: string): void {
    for (const group of type.exclusiveMasks) {
      const present = type.fields.filter(
        (field) => (field.bit & group) !== 0 && node[field.property] !== undefined,
      );
      if (present.length > 1) this.#add("element-exclusive", node, path);
    }
  }

  #isLater(since: ModelVersion): boolean {
    return this.#version !== undefined && this.#version < since;
  }

  #add(code: FindingCode, node: Node, path: string, name?: string): void {
    const position = node[wirePosition] as WirePosition | undefined;
    this.findings.push(finding(code, { path, name, ...position }));
  }
}
