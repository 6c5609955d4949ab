import { compile, type CompiledField, type CompiledType } from "./compiled-type.ts";
import type { ModelVersion } from "./field-spec.ts";
import { isError } from "./finding.ts";
import { attributeFault } from "./lexical.ts";
import type { WireType } from "./wire-type.ts";

/** How a wire value is made sound. */
export interface SoundWireOptions {
  /** The version of the model that it is to be written as: parts of later versions are left out. */
  readonly version?: ModelVersion;
  /** A part that may be missing, because the caller puts it in later. */
  readonly lacking?: string;
}

type Node = Readonly<Record<string, unknown>>;

/**
 * A wire value as its class allows it: what breaks the schema (a malformed attribute, one part too many, a part that
 * must be there and is not) is taken from `plain`, a value of the class that keeps the schema, or left out, or said to
 * be unknown. The very value where it breaks nothing; undefined where no sound value can be made of it. Codes that have
 * another value than the one their class fixes stay: the schema allows them.
 */
export function soundWire<Value extends object>(
  type: WireType<Value>,
  value: Value,
  plain: Value | undefined,
  options: SoundWireOptions = {},
): Value | undefined {
  const mender = new WireMender(options);
  return mender.node(compile(type), value as Node, plain as Node | undefined) as Value | undefined;
}

/** Mends nodes of one message. Recursion is bounded by the reader's depth limit, and by what classes must have. */
class WireMender {
  readonly #version: ModelVersion | undefined;
  readonly #lacking: string | undefined;

  constructor({ version, lacking }: SoundWireOptions) {
    this.#version = version;
    this.#lacking = lacking;
  }

  node(type: CompiledType, node: Node, plain: Node | undefined): Node | undefined {
    if (type.variants !== undefined) {
      const dataType = String(node["dataType"]);
      const variant = type.variants.get(dataType)?.();
      const same = plain?.["dataType"] === dataType ? plain : undefined;
      return (variant && this.node(variant, node, same)) ?? plain;
    }
    const mended: Record<string, unknown> = { ...node };
    if (!mendAttributes(type, mended, plain)) return undefined;
    for (const field of type.fields) if (!this.#mendField(field, mended, plain)) return undefined;
    for (const group of type.exclusiveMasks) keepOne(type, group, mended);
    if (type.rules.some((rule) => isBroken(rule(mended)))) return plain;
    if (Object.keys(mended).every((key) => mended[key] === node[key])) return node;
    return saysNothing(mended) ? (plain ?? mended) : mended;
  }

  /** False where the part must be there and cannot be made. */
  #mendField(
    field: CompiledField,
    node: Record<string, unknown>,
    plain: Node | undefined,
  ): boolean {
    const { property, min, max, since } = field;
    const isLater = since !== undefined && this.#version !== undefined && this.#version < since;
    const values = listOf(node[property]);
    // What stands in the same place is the same part only where there are as many.
    const meant = listOf(plain?.[property]);
    const others = meant.length === values.length ? meant : [];
    const sound = isLater
      ? []
      : values
          .flatMap((value, at) => this.#child(field, value, others[at]) ?? [])
          .slice(0, Number.isFinite(max) ? max : undefined);
    if (sound.length < min && !(property === this.#lacking && values.length === 0)) {
      sound.push(...meant.slice(sound.length, min));
      while (sound.length < min) {
        const unknown = this.#unknown(field);
        if (!unknown) return false;
        sound.push(unknown);
      }
    }
    if (sound.length === values.length && sound.every((value, at) => value === values[at]))
      return true;
    node[property] = sound.length === 0 ? undefined : field.many ? sound : sound[0];
    return true;
  }

  #child(field: CompiledField, value: Node, plain: Node | undefined): Node | undefined {
    const name = field.kind === "element" ? field.property : String(value["kind"]);
    if (field.kind === "parts" && name === "text") return value;
    const element = field.elements.get(name);
    const same = plain?.["kind"] === value["kind"] ? plain : undefined;
    return element && this.node(element.type, value, same);
  }

  /** The least a part can say: that it is not known. */
  #unknown(field: CompiledField): Node | undefined {
    const [element, more] = field.elements.values();
    if (!element || more) return undefined;
    const { type } = element;
    if (type.category === "data" && type.variants === undefined)
      return type.attributes.has("nullFlavor") ? { nullFlavor: "UNK" } : undefined;
    const codes = [...type.attributes].flatMap(([name, { fixed, absent, filled }]) => {
      const meant = fixed ?? absent;
      return filled && meant !== undefined ? [[name, meant] as const] : [];
    });
    return this.node(type, Object.fromEntries(codes), undefined);
  }
}

/** False where an attribute must be there and is known nowhere. */
function mendAttributes(
  type: CompiledType,
  node: Record<string, unknown>,
  plain: Node | undefined,
): boolean {
  for (const [name, spec] of type.attributes) {
    const value = node[name];
    const fault = typeof value === "string" ? attributeFault(spec, value) : undefined;
    const isMissing = spec.required && value === undefined;
    if (!isMissing && (fault === undefined || fault === "fixed-value-wrong")) continue;
    const meant = plain?.[name];
    if (spec.required && meant === undefined) return false;
    node[name] = meant;
  }
  return true;
}

/** Of the fields that exclude each other, the first that is there. */
function keepOne(type: CompiledType, group: number, node: Record<string, unknown>): void {
  const present = type.fields.filter(
    ({ bit, property }) => (bit & group) !== 0 && node[property] !== undefined,
  );
  for (const { property } of present.slice(1)) node[property] = undefined;
}

/** Whether mending has left nothing but which element it is. */
const saysNothing = (node: Node): boolean =>
  Object.entries(node).every(
    ([key, value]) => value === undefined || key === "kind" || key === "dataType",
  );

const isBroken = (code: Parameters<typeof isError>[0] | undefined): boolean =>
  code !== undefined && isError(code);

function listOf(value: unknown): readonly Node[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly Node[]) : [value as Node];
}
