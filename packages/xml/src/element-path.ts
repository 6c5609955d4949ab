import { isXmlElement } from "./xml-node.ts";
import type { XmlElement } from "./xml-node.ts";

/** The place of each child among its siblings of the same name, counted once for each parent: trees do not change. */
const counted = new WeakMap<XmlElement, ReadonlyMap<XmlElement, number>>();

/**
 * The path of an element, by names as written and 1-based counts among siblings of that name: `/a[1]/b[2]`.
 * O(depth), so that it can be asked of every element.
 */
export function elementPath(element: XmlElement): string {
  const steps: string[] = [];
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent) {
    const place = at.parent === undefined ? 1 : placesIn(at.parent).get(at);
    steps.push(`/${at.name}[${place ?? 1}]`);
  }
  return steps.toReversed().join("");
}

function placesIn(parent: XmlElement): ReadonlyMap<XmlElement, number> {
  const known = counted.get(parent);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  const places = new Map<XmlElement, number>();
  for (const child of parent.children) {
    if (!isXmlElement(child)) continue;
    const place = (counts.get(child.name) ?? 0) + 1;
    counts.set(child.name, place);
    places.set(child, place);
  }
  counted.set(parent, places);
  return places;
}
