import { compile, type CompiledField, type CompiledType } from "./compiled-type.ts";
import type { WireType } from "./wire-type.ts";

type Node = Record<PropertyKey, unknown>;

/**
 * A copy of a wire value in which every class has its class, mood, type and determiner codes and indicators: where one
 * is absent it gets the value that the class fixes, or that absence means. So a writer of a new message writes what it
 * has to say and no codes; what is there stays as it is. Data types get nothing.
 */
export function withDefaults<Value>(type: WireType<Value>, value: Value): Value {
  return fill(compile(type), value as Node) as Value;
}

function fill(type: CompiledType, node: Node): Node {
  if (type.category === "data") return node;
  const filled: Node = { ...node };
  for (const [name, spec] of type.attributes) {
    const meant = spec.fixed ?? spec.absent;
    if (spec.filled && meant !== undefined) filled[name] ??= meant;
  }
  for (const field of type.fields) {
    const value = filled[field.property];
    if (value === undefined) continue;
    filled[field.property] = Array.isArray(value)
      ? value.map((item: Node) => fillChild(field, item))
      : fillChild(field, value as Node);
  }
  return filled;
}

function fillChild(field: CompiledField, child: Node): Node {
  const name = field.kind === "element" ? field.property : String(child["kind"]);
  const element = field.elements.get(name);
  return element === undefined ? child : fill(element.type, child);
}
