import { isXmlElement, type XmlElement } from "@gp2gp/xml";

const xmlns = "http://www.w3.org/2000/xmlns/";

/**
 * Every attribute and text below an element, with its path: names with 1-based counts among siblings of a name, so that
 * order among unlike siblings does not matter and order among like ones does. White space between elements and
 * namespace declarations are not counted.
 */
export function leavesOf(root: XmlElement): readonly string[] {
  const leaves: string[] = [];
  visit(root, "", leaves);
  return leaves.toSorted();
}

function visit(element: XmlElement, path: string, leaves: string[]): void {
  for (const { local, namespace, value } of element.attributes)
    if (namespace !== xmlns) leaves.push(`${path}/@${local}=${value}`);
  const counts = new Map<string, number>();
  for (const child of element.children) {
    if (!isXmlElement(child)) {
      if (/[^ \t\r\n]/u.test(child.text)) leaves.push(`${path}/text()=${child.text}`);
      continue;
    }
    const count = (counts.get(child.local) ?? 0) + 1;
    counts.set(child.local, count);
    const childPath = `${path}/${child.local}[${count}]`;
    if (child.attributes.length === 0 && child.children.length === 0) leaves.push(childPath);
    visit(child, childPath, leaves);
  }
}
