import type { AdapterContext } from "@gp2gp/core";
import { UsageError } from "../usage-error.ts";
import type { ConvertOptions } from "./convert-options.ts";

/** Envelope facts of the command line as the options of the format that is written; those not given are left out. */
export function adapterOptions(options: ConvertOptions): NonNullable<AdapterContext["options"]> {
  const { senderOds, receiverOds, senderAsid, receiverAsid, requestId } = options;
  const named = { senderOds, receiverOds, senderAsid, receiverAsid, requestId };
  const given: Tree = {};
  for (const [name, value] of Object.entries(named)) if (value !== undefined) given[name] = value;
  for (const pair of options.option ?? []) {
    const [, path, value] = /^([A-Za-z]\w*(?:\.[A-Za-z]\w*)*)=(.*)$/s.exec(pair) ?? [];
    if (path === undefined || value === undefined)
      throw new UsageError("--option takes NAME=VALUE, such as originatorSystem.name=Example.");
    place(given, path.split("."), value);
  }
  return Object.keys(given).length === 0 ? {} : { [options.to]: given };
}

interface Tree {
  [name: string]: string | Tree;
}

function place(tree: Tree, [name = "", ...below]: readonly string[], value: string): void {
  if (below.length === 0) {
    tree[name] = value;
    return;
  }
  const branch = Object.hasOwn(tree, name) ? tree[name] : undefined;
  const next = typeof branch === "object" ? branch : {};
  tree[name] = next;
  place(next, below, value);
}
