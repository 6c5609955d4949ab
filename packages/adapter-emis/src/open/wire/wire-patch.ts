import type { Json } from "@gp2gp/core";
import { isAllowed, isWireContent } from "./wire-spec.ts";
import type { AnyWire, AnyWireValue, FieldSpec, WireFields } from "./wire-spec.ts";

/*
 * What a node of the source has that the record does not say, as what must be changed in the node
 * the writer makes of the record:
 *
 *   "DBID": "5980"                    the writer writes nothing there
 *   "EventType": ["0", "1"]           the writer writes 0 where the source had 1
 *   "DisplayTerm": ["Asthma", null]   the writer writes a term where the source had none
 *   "Address": { "DBID": "12" }       members of a member; {} is one that is there and empty
 *   "Link": { "items": [["GUID={A}", {…}], [null, {…}]], "without": ["GUID={B}"] }
 *
 * A change is made only where the writer still writes what it wrote when the source was read: the
 * record wins.
 */
export type WirePatch = { readonly [name: string]: Json };

type ListPatch = {
  readonly items: readonly (readonly [anchor: string | null, patch: WirePatch | null])[];
  readonly without?: readonly string[];
};

/** What turns the node `made` of the record into `source`; undefined where they are the same. */
export function wirePatch(fields: WireFields, source: object, made: object): WirePatch | undefined {
  const patch: Record<string, Json> = {};
  for (const [name, spec] of Object.entries(fields)) {
    const change = changeOf(spec, (source as AnyWire)[name], (made as AnyWire)[name]);
    if (change !== undefined) patch[name] = change;
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

function changeOf(
  spec: FieldSpec,
  source: AnyWireValue | undefined,
  made: AnyWireValue | undefined,
): Json | undefined {
  switch (spec.kind) {
    case "leaf":
    case "attribute": {
      if (source === made) return undefined;
      if (made === undefined) return source as string;
      return [made as string, (source as string | undefined) ?? null];
    }
    case "content": {
      if (source !== undefined && made === undefined && isWireContent(source) && "text" in source)
        return source.text;
      return undefined;
    }
    case "node": {
      if (source === undefined && made === undefined) return undefined;
      const change = wirePatch(spec.fields, nodeOf(source), nodeOf(made));
      return change ?? (made === undefined ? {} : undefined);
    }
    case "list":
      return listPatch(
        spec.fields,
        (source ?? []) as readonly AnyWire[],
        (made ?? []) as readonly AnyWire[],
      ) as Json | undefined;
  }
}

function listPatch(
  fields: WireFields,
  source: readonly AnyWire[],
  made: readonly AnyWire[],
): ListPatch | undefined {
  const anchors = anchorsOf(fields, made);
  const pairs = pairItems(source, made, anchors);
  const items = source.map((item, at) => {
    const partner = pairs.get(at);
    const change = wirePatch(fields, item, partner === undefined ? {} : (made[partner] ?? {}));
    return [partner === undefined ? null : (anchors[partner] ?? null), change ?? null] as const;
  });
  const used = new Set(pairs.values());
  const without = anchors.filter((_, at) => !used.has(at));
  const same =
    without.length === 0 &&
    items.every(([anchor, change], at) => anchor === anchors[at] && change === null);
  if (same && source.length === made.length) return undefined;
  return { items, ...(without.length > 0 && { without }) };
}

/** By anchor; those left one after the other. */
function pairItems(
  source: readonly AnyWire[],
  made: readonly AnyWire[],
  anchors: readonly string[],
): Map<number, number> {
  const places = new Map(anchors.map((anchor, at) => [anchor, at]));
  const pairs = new Map<number, number>();
  const paths = new Set(anchors.map((anchor) => anchor.slice(0, anchor.indexOf("="))));
  const counts = new Map<string, number>();
  for (const [at, item] of source.entries()) {
    for (const path of paths) {
      const value = leafAt(item, path);
      if (value === undefined) continue;
      const anchor = numbered(`${path}=${value}`, counts);
      const partner = places.get(anchor);
      if (partner === undefined) continue;
      pairs.set(at, partner);
      break;
    }
  }
  const taken = new Set(pairs.values());
  const free = made.map((_, at) => at).filter((at) => !taken.has(at));
  for (const at of source.keys()) {
    if (pairs.has(at)) continue;
    const partner = free.shift();
    if (partner === undefined) break;
    pairs.set(at, partner);
  }
  return pairs;
}

/** Each item by its first leaf, told apart by number where that is the same. */
function anchorsOf(fields: WireFields, items: readonly AnyWire[]): string[] {
  const counts = new Map<string, number>();
  return items.map((item) => numbered(firstLeaf(fields, item) ?? "=", counts));
}

function numbered(anchor: string, counts: Map<string, number>): string {
  const count = (counts.get(anchor) ?? 0) + 1;
  counts.set(anchor, count);
  return count === 1 ? anchor : `${anchor}#${count}`;
}

function firstLeaf(fields: WireFields, wire: AnyWire): string | undefined {
  for (const [name, spec] of Object.entries(fields)) {
    const value = wire[name];
    if (value === undefined) continue;
    if (typeof value === "string") return `${name}=${value}`;
    if (spec.kind !== "node") continue;
    const leaf = firstLeaf(spec.fields, value as AnyWire);
    if (leaf !== undefined) return `${name}/${leaf}`;
  }
  return undefined;
}

function leafAt(wire: AnyWire, path: string): string | undefined {
  let value: AnyWireValue | undefined = wire;
  for (const step of path.split("/")) value = (value as AnyWire | undefined)?.[step];
  return typeof value === "string" ? value : undefined;
}

/**
 * The node made of the record with what only the source knew put back. `refused` is told of each
 * value the schema does not allow; it is left out.
 */
export function patchedWire(
  fields: WireFields,
  made: object,
  { patch, refused }: { patch: Json | undefined; refused: (name: string) => void },
): AnyWire {
  if (!isObject(patch)) return made as AnyWire;
  const wire: Record<string, AnyWireValue | undefined> = { ...(made as AnyWire) };
  for (const [name, change] of Object.entries(patch)) {
    const spec = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (spec) wire[name] = patchedValue(spec, wire[name], { name, change, refused });
  }
  return wire;
}

interface Change {
  readonly name: string;
  readonly change: Json;
  readonly refused: (name: string) => void;
}

function patchedValue(
  spec: FieldSpec,
  made: AnyWireValue | undefined,
  { name, change, refused }: Change,
): AnyWireValue | undefined {
  switch (spec.kind) {
    case "leaf":
    case "attribute": {
      const [was, is] = typeof change === "string" ? [null, change] : pairOf(change);
      if (is === undefined || was !== (made ?? null)) return made;
      if (is === null) return spec.kind === "leaf" && spec.required ? made : undefined;
      if (isAllowed(spec, is)) return is;
      refused(name);
      return made;
    }
    case "content":
      return made ?? (typeof change === "string" ? { text: change } : undefined);
    case "node": {
      const wire = patchedWire(spec.fields, nodeOf(made), { patch: change, refused });
      const empty = Object.values(wire).every((value) => value === undefined);
      const expected = isObject(change) && Object.keys(change).length === 0;
      return empty && !expected && !spec.required && made !== undefined ? undefined : wire;
    }
    case "list":
      return patchedList(spec.fields, (made ?? []) as readonly AnyWire[], { change, refused });
  }
}

function patchedList(
  fields: WireFields,
  made: readonly AnyWire[],
  { change, refused }: { change: Json; refused: (name: string) => void },
): readonly AnyWire[] {
  if (!isListPatch(change)) return made;
  const anchors = anchorsOf(fields, made);
  const places = new Map(anchors.map((anchor, at) => [anchor, at]));
  const used = new Set<number>();
  for (const anchor of change.without ?? []) used.add(places.get(anchor) ?? -1);
  const items: AnyWire[] = [];
  for (const [anchor, patch] of change.items) {
    const at = anchor === null ? undefined : places.get(anchor);
    if (anchor !== null && at === undefined) continue;
    if (at !== undefined) used.add(at);
    const item = at === undefined ? {} : (made[at] ?? {});
    items.push(patchedWire(fields, item, { patch: patch ?? undefined, refused }));
  }
  for (const [at, item] of made.entries()) if (!used.has(at)) items.push(item);
  return items;
}

function nodeOf(value: AnyWireValue | undefined): AnyWire {
  return (value ?? {}) as AnyWire;
}

function pairOf(change: Json): [string | null, string | null | undefined] {
  if (!Array.isArray(change)) return [null, undefined];
  const [was, is] = change;
  return [
    typeof was === "string" ? was : null,
    typeof is === "string" || is === null ? is : undefined,
  ];
}

function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListPatch(value: Json): value is Json & ListPatch {
  return isObject(value) && Array.isArray(value["items"]);
}
