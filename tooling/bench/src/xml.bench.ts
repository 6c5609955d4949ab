import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import {
  XmlTaker,
  decodeBase64,
  element,
  isXmlElement,
  parseXml,
  readXml,
  writeXml,
} from "@gp2gp/xml";
import type { OutputElement, XmlElement } from "@gp2gp/xml";

import { measure } from "./measure.ts";
import type { Measurement } from "./measurement.ts";

const shared = process.env["GP2GP_SHARED"] ?? join(import.meta.dirname, "../../../../shared");
const megabyte = 1e6;

/** The real extracts where they are at hand, else a synthetic one of the same density. */
function sources(): Uint8Array[] {
  const files = globSync(join(shared, "corpus/ehr-extracts/*/*.xml"));
  if (files.length > 0) return files.map((file) => new Uint8Array(readFileSync(file)));
  const entry =
    '\n    <component typeCode="COMP" contextConductionInd="true">\n      <code code="1371.00" codeSystem="2.16.840.1.113883.2.1.6.2" displayName="Never smoked"/>\n      <text>Said so &amp; meant it</text>\n    </component>';
  return [new TextEncoder().encode(`<ehrExtract>${entry.repeat(20_000)}</ehrExtract>`)];
}

function outputOf(node: XmlElement): OutputElement {
  return element(
    node.name,
    node.attributes.map(({ name, value }) => [name, value] as const),
    node.children.map((child) => (isXmlElement(child) ? outputOf(child) : child.text)),
  );
}

function takeEverything(taker: XmlTaker, node: XmlElement): void {
  for (const { local, namespace } of node.attributes) taker.attribute(node, local, namespace);
  taker.text(node);
  for (const child of taker.elements(node)) takeEverything(taker, child);
}

async function* block(total: number, bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let sent = 0; sent < total; sent += bytes.length) yield bytes;
}

async function lengthOf(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const chunk of chunks) length += chunk.length;
  return length;
}

/** Reading, taking and writing real extracts, and content that streams through. */
export async function benchXml(): Promise<Measurement[]> {
  const inputs = sources();
  const bytes = inputs.reduce((sum, input) => sum + input.length, 0);
  const roots = await Promise.all(inputs.map(async (input) => (await parseXml(input)).root));
  const large = element("all", {}, Array.from({ length: 12 }, () => roots.map(outputOf)).flat());
  const noise = Uint8Array.from({ length: 65_536 }, (_, at) => (at * 7) & 0xff);
  const attachment = element("Data", {}, [
    { encoding: "base64", stream: () => block(100 * megabyte, noise) },
  ]);
  return [
    await measure("extracts to a tree", 30, async () => {
      for (const input of inputs) await parseXml(input);
      return bytes;
    }),
    await measure("extracts to events", 30, async () => {
      for (const input of inputs) await readXml(input, { open: () => undefined });
      return bytes;
    }),
    await measure("everything taken, nothing left", 30, async () => {
      for (const root of roots) {
        const taker = new XmlTaker(root);
        takeEverything(taker, root);
        if (taker.untaken().length > 0) throw new Error("Something was left untaken.");
      }
      return bytes;
    }),
    await measure("50 MB of trees written", 3, async () => lengthOf(writeXml(large))),
    await measure("50 MB of trees written and read", 2, async () => {
      let length = 0;
      const counted = (async function* () {
        for await (const chunk of writeXml(large)) {
          length += chunk.length;
          yield chunk;
        }
      })();
      await parseXml(counted);
      return length;
    }),
    await measure("100 MB attachment written as base64", 3, async () =>
      lengthOf(writeXml(attachment)),
    ),
    await measure("100 MB attachment through the reader", 2, async () => {
      const { root } = await parseXml(writeXml(attachment), {
        longText: async (_at, pieces) => lengthOf(decodeBase64(pieces)),
      });
      const [text] = root.children;
      if (text === undefined || isXmlElement(text)) throw new Error("The attachment was not read.");
      return Number(text.external);
    }),
  ];
}
