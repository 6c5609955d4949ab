import type { Json } from "@gp2gp/core";

type Node = Readonly<Record<string, unknown>>;

/**
 * What a wire value says beyond, or otherwise than, the plain form of it: a merge patch. An object
 * patches an object key by key; one with keys such as `[0]` patches an array index by index; `null` takes away; anything else stands
 * in place of what was there. Undefined where both say the same. `extras` are no part of a comparison.
 */
export function differenceOf(actual: unknown, plain: unknown): Json | undefined {
  if (actual === plain) return undefined;
  if (isArray(actual) && isArray(plain)) return differenceOfArrays(actual, plain);
  if (isNode(actual) && isNode(plain)) return differenceOfNodes(actual, plain);
  if (actual === undefined) return plain === undefined ? undefined : null;
  return plainJson(actual);
}

function differenceOfNodes(actual: Node, plain: Node): Json | undefined {
  let difference: Record<string, Json> | undefined;
  for (const key in actual) {
    if (key === "extras" || actual[key] === plain[key]) continue;
    const one = differenceOf(actual[key], plain[key]);
    if (one !== undefined) (difference ??= {})[key] = one;
  }
  for (const key in plain) {
    if (actual[key] === undefined && plain[key] !== undefined) (difference ??= {})[key] = null;
  }
  return difference;
}

function differenceOfArrays(
  actual: readonly unknown[],
  plain: readonly unknown[],
): Json | undefined {
  if (actual.length < plain.length) return plainJson(actual);
  let difference: Record<string, Json> | undefined;
  for (const [index, item] of actual.entries()) {
    const one = differenceOf(item, plain[index]);
    if (one !== undefined) (difference ??= {})[`[${index}]`] = one;
  }
  return difference;
}

/** A copy of a wire value as JSON: without positions, extras and members that are undefined. */
function plainJson(value: unknown): Json {
  if (isArray(value)) return value.map(plainJson);
  if (!isNode(value)) return value as Json;
  const copy: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined && key !== "extras") copy[key] = plainJson(item);
  }
  return copy;
}

/** A wire value with a difference put back. Where the difference does not fit, the outcome is some other value: the caller compares. */
export function withDifference(plain: unknown, difference: Json): unknown {
  if (difference === null) return undefined;
  if (typeof difference !== "object" || Array.isArray(difference)) return difference;
  const keys = Object.keys(difference);
  if (keys[0]?.startsWith("[")) {
    const items: unknown[] = isArray(plain) ? [...plain] : [];
    for (const [key, one] of Object.entries(difference)) {
      const at = Number(key.slice(1, -1));
      if (Number.isInteger(at) && at >= 0 && at <= items.length)
        items[at] = withDifference(items[at], one);
    }
    return items;
  }
  const node: Record<string, unknown> = isNode(plain) ? { ...plain } : {};
  for (const [key, one] of Object.entries(difference)) {
    if (key !== "__proto__") node[key] = withDifference(node[key], one);
  }
  return node;
}

/** Whether a difference puts an object where a plain form has none: whole, or a patch of what was there once. */
export function addsObject(plain: unknown, difference: Json): boolean {
  if (typeof difference !== "object" || difference === null || Array.isArray(difference))
    return false;
  if (typeof plain !== "object" || plain === null) return true;
  return Object.entries(difference).some(([key, one]) => {
    const step = key.startsWith("[") ? key.slice(1, -1) : key;
    return addsObject((plain as Node)[step], one);
  });
}

const isArray: (value: unknown) => value is readonly unknown[] = Array.isArray;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
