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

  /** The child elements in place, as far as the class knows them. */
  *children(): Iterable<PlacedNode> {
    for (const [property, value] of Object.entries(this.node)) {
      if (notElements.has(property)) continue;
      if (Array.isArray(value)) yield* this.#repeated(property, value);
      else if (isParts(value)) yield new PlacedNode(nameOf(property, value), value, this);
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

  *#repeated(property: string, values: readonly unknown[]): Iterable<PlacedNode> {
    const counts = new Map<string, number>();
    for (const value of values) {
      if (!isParts(value)) continue;
      const name = nameOf(property, value);
      const position = (counts.get(name) ?? 0) + 1;
      counts.set(name, position);
      yield new PlacedNode(name, value, this, position);
    }
  }
}

const notElements = new Set(["extras", "external", "raw"]);

function isParts(value: unknown): value is WireParts {
  return typeof value === "object" && value !== null;
}

/** One of several elements says in `kind` which it is; any other has the name of its property. */
function nameOf(property: string, { kind }: WireParts): string {
  return typeof kind === "string" ? kind : property;
}
