import { readFileSync } from "node:fs";
import { testContext } from "@gp2gp/adapter-testkit";
import { diffRecords, sourceOfBytes } from "@gp2gp/core";
import type { PatientRecord } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { gp2gpEhrExtract } from "../index.ts";

const sample = readFileSync(
  new URL("__fixtures__/every-class/source.xml", import.meta.url),
  "utf8",
).replaceAll("Sample", "Sämple");
const [declaration = ""] = /^<\?xml[^>]*\?>\s*/.exec(sample) ?? [];
const message = sample.slice(declaration.length);
const [extract = ""] = /<EhrExtract[^]*<\/EhrExtract>/.exec(message) ?? [];
const namespaces = `xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, "utf16le");
const latin = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const soap = "http://schemas.xmlsoap.org/soap/envelope/";

/** How real extracts come: each says the same. */
const shapes: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ["with a byte order mark", utf8(`\uFEFF${sample}`)],
  ["with a byte order mark and no declaration", utf8(`\uFEFF${message}`)],
  ["without a declaration", utf8(message)],
  ["in UTF-16, little end first", utf16(message)],
  ["in UTF-16, big end first", utf16(message).swap16()],
  ["in UTF-16, as it says", utf16(`<?xml version="1.0" encoding="UTF-16"?>${message}`)],
  ["in ISO 8859-1", latin(`<?xml version="1.0" encoding="ISO-8859-1"?>\n${message}`)],
  ["in Windows 1252", latin(`<?xml version="1.0" encoding="windows-1252"?>\n${message}`)],
  ["after blank lines", utf8(`\r\n\r\n${message}`)],
  ["with blank lines before its declaration", utf8(`\n \n${sample}`)],
  ["after comments and instructions", utf8(`${declaration}<!-- made by --><?odd one?>${message}`)],
  ["with line ends of Windows", utf8(sample.replaceAll("\n", "\r\n"))],
  ["with blank lines after it", utf8(`${sample}\r\n\r\n`)],
  [
    "in a transport file",
    utf8(`<custom_transport><sender>A1</sender><body>${message}</body></custom_transport>`),
  ],
  [
    "in a SOAP envelope",
    utf8(`<s:Envelope xmlns:s="${soap}"><s:Header/><s:Body>${message}</s:Body></s:Envelope>`),
  ],
  ["in the attachments of an XML file", utf8(`<a><b><c>x</c></b><d>${message}</d><e/></a>`)],
  ["in no namespace", utf8(sample.replace('xmlns="urn:hl7-org:v3"', ""))],
  [
    "with a prefix for each name",
    utf8(
      sample
        .replaceAll(/<(\/?)(?=[A-Za-z])/g, "<$1hl7:")
        .replace('xmlns="urn:hl7-org:v3"', 'xmlns:hl7="urn:hl7-org:v3"'),
    ),
  ],
  [
    "with a schema location",
    utf8(sample.replace(namespaces, `${namespaces} xsi:schemaLocation="urn:hl7-org:v3 a.xsd"`)),
  ],
  [
    "with text in CDATA sections",
    utf8(sample.replaceAll(/<text>([^<&]*)</g, "<text><![CDATA[$1]]><")),
  ],
  ["with characters as numbers", utf8(sample.replaceAll("ä", "&#228;"))],
];

async function recordOf(bytes: Uint8Array): Promise<PatientRecord> {
  const result = await gp2gpEhrExtract.read?.(sourceOfBytes("extract.xml", bytes), testContext());
  if (!result?.ok) throw new Error(`not read: ${result?.issues.map(({ code }) => code).join()}`);
  return result.record;
}

describe("an extract says the same", () => {
  it.each(shapes)("%s", async (_name, bytes) => {
    const whole = await recordOf(utf8(sample));
    expect(diffRecords(whole, await recordOf(bytes))).toEqual([]);
    const head = bytes.subarray(0, 4096);
    expect(gp2gpEhrExtract.detect({ parts: [{ name: "a", head }] })).not.toBe("no");
  });

  it("alone, whatever message it was in", async () => {
    const alone = extract.replace("<EhrExtract", `<EhrExtract ${namespaces}`);
    const whole = await recordOf(utf8(sample));
    expect(diffRecords(whole, await recordOf(utf8(alone)))).toEqual([]);
  });

  it("as an earlier version, with parts only the later one has", async () => {
    const earlier = sample.replaceAll("RCMR_IN030000UK07", "RCMR_IN030000UK06");
    const whole = await recordOf(utf8(sample));
    expect(diffRecords(whole, await recordOf(utf8(earlier)))).toEqual([]);
  });
});
