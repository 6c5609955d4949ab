import { parseXml, writeXml, xmlText, type XmlContent } from "@gp2gp/xml";
import { expect, test } from "vitest";
import { narrativeStatement } from "../extract/narrative-statement.ts";
import { ParseReport } from "./parse-report.ts";
import { parseWire } from "./parse-wire.ts";
import { serialiseWire } from "./serialise-wire.ts";

const base64 = "QUJD".repeat(50);
const source = `<NarrativeStatement xmlns="urn:hl7-org:v3"><id root="1.2"/><text representation="B64">${base64}</text><statusCode code="COMPLETE"/><availabilityTime value="2009"/><extra>${base64}</extra></NarrativeStatement>`;

async function parsed() {
  const { root } = await parseXml(source, {
    longTextOver: 100,
    longText: async (_element, pieces) => {
      let text = "";
      for await (const piece of pieces) text += piece;
      return { text };
    },
  });
  return parseWire(narrativeStatement, root, new ParseReport());
}

test("text that was put elsewhere is carried as what stands for it, and written back as a stream", async () => {
  const value = await parsed();
  expect(value.text?.content).toBeUndefined();
  expect(value.text?.external).toEqual({ text: base64 });
  const splice = (external: unknown): XmlContent => ({
    encoding: "text",
    stream: async function* () {
      yield new TextEncoder().encode((external as { text: string }).text);
    },
  });
  const root = serialiseWire(narrativeStatement, value, "NarrativeStatement", { splice });
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXml(root, { declaration: false })) chunks.push(chunk);
  const written = await parseXml(Buffer.concat(chunks));
  expect(
    xmlText(
      serialiseWire(
        narrativeStatement,
        parseWire(narrativeStatement, written.root, new ParseReport()),
        "NarrativeStatement",
      ),
    ),
  ).toBe(source.replace(">", ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'));
});

test("text that was put elsewhere is not left out in silence", async () => {
  const value = await parsed();
  expect(() => serialiseWire(narrativeStatement, value, "NarrativeStatement")).toThrow(TypeError);
});
