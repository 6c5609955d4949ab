import { isXmlElement, parseXml } from "@gp2gp/xml";
import type { XmlElement } from "@gp2gp/xml";

/** Every leaf of the medical record in a document, as path and value, each path numbered by its siblings of the name. */
export async function leavesOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const { root } = await parseXml(bytes);
  const record = find(root);
  const leaves = new Map<string, string>();
  if (record) collect(record, "", leaves);
  return leaves;
}

function find(element: XmlElement): XmlElement | undefined {
  if (element.local === "MedicalRecord") return element;
  for (const child of element.children) {
    const found = isXmlElement(child) ? find(child) : undefined;
    if (found) return found;
  }
  return undefined;
}

function collect(element: XmlElement, path: string, leaves: Map<string, string>): void {
  for (const { name, value } of element.attributes)
    if (!name.startsWith("xmlns")) leaves.set(`${path}/@${name}`, value);
  const children = element.children.filter(isXmlElement);
  if (children.length === 0) {
    const text = element.children.map((child) => (isXmlElement(child) ? "" : child.text)).join("");
    leaves.set(path, text);
  }
  const counts = new Map<string, number>();
  for (const child of children) {
    const count = (counts.get(child.local) ?? 0) + 1;
    counts.set(child.local, count);
    collect(child, `${path}/${child.local}[${count}]`, leaves);
  }
}

/** What differs between two sets of leaves, one line each. */
export function differenceOfLeaves(
  source: ReadonlyMap<string, string>,
  written: ReadonlyMap<string, string>,
): string[] {
  const lines: string[] = [];
  for (const [path, value] of source) {
    const other = written.get(path);
    if (other === undefined) lines.push(`- ${path} ${JSON.stringify(value)}`);
    else if (other !== value)
      lines.push(`~ ${path} ${JSON.stringify(value)} ${JSON.stringify(other)}`);
  }
  for (const [path, value] of written)
    if (!source.has(path)) lines.push(`+ ${path} ${JSON.stringify(value)}`);
  return lines;
}
