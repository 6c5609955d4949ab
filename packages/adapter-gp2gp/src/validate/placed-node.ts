import type { WireNode } from "@gp2gp/hl7v3";
import { positionOf } from "@gp2gp/hl7v3";
import type { FindingPlace } from "./extract-finding.ts";

/** A wire value as its parts by name. */
export type WireParts = WireNode & Readonly<Record<string, unknown>>;

/** A wire value in its place in a message. */
export class PlacedNode {
  readonly element: string;
  readonly node: WireParts;
  readonly parent: PlacedNode | undefined;
  /** 1-based among siblings of the name. */
  readonly position: number;

  constructor(element: string, node: WireParts, parent?: PlacedNode, position = 1) {
    this.element = element;
    this.node = node;
    this.parent = parent;
    this.position = position;
  }

  /** The nodes around this one, the nearest first. */
  *ancestors(): Iterable<PlacedNode> {
    for (let at = this.parent; at !== undefined; at = at.parent) yield at;
  }

  /** Looks at this node and at all under it, in the order of the message. */
  visit(look: (place: PlacedNode) => void): void {
    look(this);
    for (const property of Object.keys(this.node)) {
      const value = this.node[property];
      if (typeof value !== "object" || value === null || notElements.has(property)) continue;
      if (Array.isArray(value)) this.#visitAll(property, value, look);
      else {
        const child = value as WireParts;
        new PlacedNode(nameOf(property, child), child, this).visit(look);
      }
    }
  }

  get place(): FindingPlace {
    const steps = [`/${this.element}[${this.position}]`];
    let position = positionOf(this.node);
    for (const { element, position: step, node } of this.ancestors()) {
      steps.push(`/${element}[${step}]`);
      position ??= positionOf(node);
    }
    const path = steps.toReversed().join("");
    return { path, ...(position && { line: position.line }) };
  }

  #visitAll(
    property: string,
    values: readonly WireParts[],
    look: (place: PlacedNode) => void,
  ): void {
    let counts: Map<string, number> | undefined;
    let index = 0;
    for (const value of values) {
      index += 1;
      const name = nameOf(property, value);
      let position = index;
      if (name !== property) {
        counts ??= new Map();
        position = (counts.get(name) ?? 0) + 1;
        counts.set(name, position);
      }
      new PlacedNode(name, value, this, position).visit(look);
    }
  }
}

const notElements = new Set(["extras", "external", "raw"]);

/** One of several elements says in `kind` which it is; any other has the name of its property. */
function nameOf(property: string, { kind }: WireParts): string {
  return typeof kind === "string" ? kind : property;
}
