import { nodeOfSchema, titleOf } from "./schema-node.ts";
import type { SchemaNode } from "./schema-node.ts";

/**
 * Every path a value of the schema can have, `concept`, `texts/*\/sequence`, `*` for any index, down to
 * its leaves or to a part with a schema of its own title; and those parts, whose own paths are to be
 * looked at in turn. Together they name every leaf, however deep parts hold parts.
 */
export function memberPathsOfSchema(schema: object): {
  readonly paths: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, SchemaNode>;
} {
  const paths = new Set<string>();
  const parts = new Map<string, SchemaNode>();
  const walk = (node: SchemaNode, path: string): void => {
    const { def } = node;
    const title = titleOf(node);
    const inner = def.type === "object" || def.type === "union";
    if (path !== "" && inner && title !== undefined) {
      paths.add(path);
      parts.set(title, node);
      return;
    }
    switch (def.type) {
      case "object":
        for (const [key, member] of Object.entries(def.shape ?? {}))
          walk(member, path === "" ? key : `${path}/${key}`);
        return;
      case "optional":
      case "default":
        if (def.innerType) walk(def.innerType, path);
        return;
      case "array":
        if (def.element) walk(def.element, `${path}/*`);
        return;
      case "union":
        for (const option of def.options ?? []) walk(option, path);
        return;
      default:
        paths.add(path);
    }
  };
  walk(nodeOfSchema(schema), "");
  return { paths, parts };
}

/** Every path a value has, to its leaves and on the way to them. */
export function memberPathsOfValue(value: unknown): ReadonlySet<string> {
  const paths = new Set<string>();
  const visit = (item: unknown, path: string): void => {
    paths.add(path);
    if (Array.isArray(item)) for (const one of item) visit(one, `${path}/*`);
    else if (typeof item === "object" && item !== null)
      for (const [key, one] of Object.entries(item))
        visit(one, path === "" ? key : `${path}/${key}`);
  };
  visit(value, "");
  return paths;
}
