import { isXmlElement } from "@gp2gp/xml";
import type { XmlElement } from "@gp2gp/xml";

const xmlns = "http://www.w3.org/2000/xmlns/";
const parts = new Set(["ehrComposition", "agentDirectory"]);
/** Elements that hold words: white space in them is said, in any other it stands between elements. */
const texts = new Set(["text", "originalText", "desc", "value", "signatureText"]);

/**
 * Every leaf under the compositions and the agent directory of a message, with its path: attribute
 * values, and text as it stands. White space between elements is none.
 */
export function leavesOf(root: XmlElement): string[] {
  const leaves: string[] = [];
  const counts = new Map<string, number>();
  const find = (element: XmlElement): void => {
    if (parts.has(element.local)) {
      const count = (counts.get(element.local) ?? 0) + 1;
      counts.set(element.local, count);
      collect(element, `${element.local}[${count}]`, leaves);
      return;
    }
    for (const child of element.children) if (isXmlElement(child)) find(child);
  };
  find(root);
  return leaves;
}

function collect(element: XmlElement, path: string, leaves: string[]): void {
  const before = leaves.length;
  for (const { namespace, local, value } of element.attributes)
    if (namespace !== xmlns) leaves.push(`${path}/@${local}=${value}`);
  const counts = new Map<string, number>();
  const mixed = element.children.some(isXmlElement);
  for (const child of element.children) {
    if (isXmlElement(child)) {
      const count = (counts.get(child.local) ?? 0) + 1;
      counts.set(child.local, count);
      collect(child, `${path}/${child.local}[${count}]`, leaves);
    } else if (child.text.trim() !== "" || (!mixed && texts.has(element.local)))
      leaves.push(`${path}/text()=${child.text}`);
  }
  if (leaves.length === before) leaves.push(`${path}=`);
}

/** The leaves of one list that the other lacks. */
export function missingLeaves(from: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const leaf of other) counts.set(leaf, (counts.get(leaf) ?? 0) + 1);
  return from.filter((leaf) => {
    const count = counts.get(leaf) ?? 0;
    if (count > 0) counts.set(leaf, count - 1);
    return count === 0;
  });
}
