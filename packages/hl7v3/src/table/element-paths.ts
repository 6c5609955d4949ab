import { isXmlElement, type XmlElement } from "@gp2gp/xml";

interface Scan {
  /** Where the scan of the children stands. */
  next: number;
  readonly counts: Map<string, number>;
  last: XmlElement | undefined;
  lastCount: number;
}

/**
 * Paths of elements, by names as written and 1-based counts among siblings of a name. Asked in document order, the
 * whole costs one pass over the siblings, however many there are.
 */
export class ElementPaths {
  readonly #scans = new WeakMap<XmlElement, Scan>();

  pathOf(element: XmlElement): string {
    const steps: string[] = [];
    for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent)
      steps.push(`/${at.name}[${this.#positionOf(at)}]`);
    return steps.toReversed().join("");
  }

  #positionOf(element: XmlElement): number {
    const { parent } = element;
    if (parent === undefined) return 1;
    const known = this.#scans.get(parent);
    if (known?.last === element) return known.lastCount;
    return (
      (known === undefined ? undefined : scanTo(element, parent, known)) ??
      this.#scanFromStart(element, parent)
    );
  }

  #scanFromStart(element: XmlElement, parent: XmlElement): number {
    const scan: Scan = { next: 0, counts: new Map(), last: undefined, lastCount: 0 };
    this.#scans.set(parent, scan);
    return scanTo(element, parent, scan) ?? 1;
  }
}

function scanTo(element: XmlElement, parent: XmlElement, scan: Scan): number | undefined {
  while (scan.next < parent.children.length) {
    const child = parent.children[scan.next];
    scan.next += 1;
    if (child === undefined || !isXmlElement(child)) continue;
    const count = (scan.counts.get(child.name) ?? 0) + 1;
    scan.counts.set(child.name, count);
    if (child !== element) continue;
    scan.last = element;
    scan.lastCount = count;
    return count;
  }
  return undefined;
}
