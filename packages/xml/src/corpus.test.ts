import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { describe, expect, test } from "vitest";

import { element } from "./output-element.ts";
import type { OutputElement } from "./output-element.ts";
import { parseXml } from "./parse-xml.ts";
import { inPieces, plain } from "./testing/xml-samples.ts";
import { writeXml } from "./write-xml.ts";
import { isXmlElement } from "./xml-node.ts";
import type { XmlElement } from "./xml-node.ts";

const shared = process.env["GP2GP_SHARED"] ?? join(import.meta.dirname, "../../../../shared");
const corpus = join(shared, "corpus");

function* elementsOf(node: XmlElement): Generator<XmlElement> {
  yield node;
  for (const child of node.children) if (isXmlElement(child)) yield* elementsOf(child);
}

function outputOf(node: XmlElement): OutputElement {
  return element(
    node.name,
    node.attributes.map(({ name, value }) => [name, value] as const),
    node.children.map((child) => (isXmlElement(child) ? outputOf(child) : child.text)),
  );
}

describe.skipIf(!existsSync(corpus))(
  "real files (skipped where the shared corpus is absent)",
  () => {
    const files = [
      ...globSync(join(corpus, "ehr-extracts/*/*.xml")),
      ...globSync(join(corpus, "gp-connect/to-extract/*.xml")),
      ...globSync(join(corpus, "emis-open/*.xml")),
    ].toSorted();

    test("are all there", () => {
      expect(files.filter((file) => file.includes("ehr-extracts"))).toHaveLength(21);
      expect(files).toHaveLength(26);
    });

    test.for(files.map((file) => [basename(file), file] as const))(
      "%s: every element where it says, the same in any cut, the same when written and read again",
      async ([, file]) => {
        const bytes = new Uint8Array(readFileSync(file));
        const { root, encoding, notes } = await parseXml(bytes);
        expect({ encoding, notes }).toEqual({ encoding: "utf-8", notes: [] });

        const text = new TextDecoder().decode(bytes);
        const lines = text.split(/\r\n|\r|\n/);
        let elements = 0;
        for (const { name, line, column } of elementsOf(root)) {
          elements += 1;
          if (lines[line - 1]?.startsWith(`<${name}`, column - 1) !== true) {
            expect.fail(`element ${elements} is not at ${line}:${column}`);
          }
        }
        const startTags = text
          .replaceAll(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, "")
          .match(/<[A-Za-z_]/g);
        expect(elements).toBe(startTags?.length);

        const tree = JSON.stringify(plain(root));
        expect(JSON.stringify(plain((await parseXml(inPieces(bytes, 997))).root)) === tree).toBe(
          true,
        );
        expect(
          JSON.stringify(plain((await parseXml(writeXml(outputOf(root)))).root)) === tree,
        ).toBe(true);
      },
    );

    test("cut off anywhere, they are refused", async () => {
      const [file] = files.filter((name) => name.endsWith("exceptions.xml"));
      const bytes = new Uint8Array(readFileSync(file ?? ""));
      for (let length = 0; length < bytes.length - 20; length += 311) {
        await expect(parseXml(bytes.subarray(0, length))).rejects.toMatchObject({
          code: length === 0 ? "empty" : "truncated",
        });
      }
    });
  },
);
