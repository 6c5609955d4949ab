import { parseXml, xmlText } from "@gp2gp/xml";
import { XsdSchema } from "@gp2gp/xsd";
import { describe, expect, test } from "vitest";
import {
  buildEhrExtractMessage,
  checkWire,
  ehrExtract,
  ehrExtractMessage,
  findExtractRoot,
  Hl7MessageError,
  parseEhrExtractMessage,
  serialiseEhrExtractMessage,
  withDefaults,
  type EhrExtract,
  type ExtractInteraction,
} from "../index.ts";
import { isSharedAbsent, schemaPath } from "../testing/__fixtures__/shared-corpus.ts";

const uuid = (last: number) => `0F1E2D3C-0000-4000-8000-${String(last).padStart(12, "0")}`;
const practice = (code: string) => ({
  AgentOrgSDS: {
    agentOrganizationSDS: { id: { root: "1.2.826.0.1285.0.1.10", extension: code } },
  },
});
const complete = { code: "COMPLETE" };
const time = { value: "20260102030405" };

const extract: EhrExtract = withDefaults(ehrExtract, {
  id: { root: uuid(1) },
  statusCode: complete,
  availabilityTime: time,
  recordTarget: { patient: { id: { root: "2.16.840.1.113883.2.1.4.1", extension: "9990000018" } } },
  author: { time, ...practice("A12345") },
  destination: practice("B83002"),
  component: [
    {
      ehrFolder: {
        id: { root: uuid(2) },
        statusCode: complete,
        effectiveTime: { center: { nullFlavor: "NI" } },
        availabilityTime: time,
        author: { time, ...practice("A12345") },
        responsibleParty: { agentDirectory: {} },
        component: [
          {
            ehrComposition: {
              id: { root: uuid(3) },
              code: { code: "25671000000102", codeSystem: "2.16.840.1.113883.2.1.3.2.4.15" },
              statusCode: complete,
              effectiveTime: { center: { value: "20260101" } },
              availabilityTime: time,
              author: { time, agentRef: { id: { root: uuid(4) } } },
              component: [
                {
                  statement: {
                    kind: "ObservationStatement",
                    id: { root: uuid(5) },
                    code: { code: "22K..00", codeSystem: "2.16.840.1.113883.2.1.6.2" },
                    statusCode: complete,
                    effectiveTime: { center: { value: "20260101" } },
                    availabilityTime: time,
                    confidentialityCode: {
                      code: "NOPAT",
                      codeSystem: "2.16.840.1.113883.4.642.3.47",
                    },
                    value: { dataType: "PQ", value: "24.50", unit: "kg/m2" },
                  },
                },
              ],
            },
          },
        ],
      },
    },
  ],
  inFulfillmentOf: { priorEhrRequest: { id: { root: uuid(6) } } },
  limitation: {
    limitingEhrExtractSpecification: {
      id: { root: uuid(7) },
      code: { code: "715751000000105", codeSystem: "2.16.840.1.113883.2.1.3.2.4.15" },
    },
  },
});

function message(interaction: ExtractInteraction) {
  return buildEhrExtractMessage({
    messageId: uuid(8),
    creationTime: "20260102030405",
    fromAsid: "200000000205",
    toAsid: "200000000206",
    interaction,
    extract,
  });
}

const xml = xmlText(serialiseEhrExtractMessage(message("RCMR_IN030000UK07"), "RCMR_IN030000UK07"));

describe("an extract message that was made", () => {
  test("carries the extract as it is, and breaks no rule", async () => {
    const { message: read, report, extract: found } = parseEhrExtractMessage(await parseXml(xml));
    expect(report.findings).toEqual([]);
    expect(structuredClone(found)).toEqual(extract);
    expect(structuredClone(read)).toEqual(structuredClone(message("RCMR_IN030000UK07")));
    expect(checkWire(ehrExtractMessage, message("RCMR_IN030000UK07"))).toEqual([]);
  });

  test("of the earlier version has no place for what is confidential", () => {
    const older = message("RCMR_IN030000UK06");
    expect(
      checkWire(ehrExtractMessage, older, { version: "RCMR_MT030101UK04" }).map(({ code }) => code),
    ).toEqual(["version-later"]);
  });

  test.skipIf(isSharedAbsent)("is valid (skipped where ../shared is absent)", () => {
    using schema = XsdSchema.load(schemaPath("RCMR_IN030000UK07.xsd"));
    expect(schema.validate(new TextEncoder().encode(xml))).toEqual([]);
    using older = XsdSchema.load(schemaPath("RCMR_IN030000UK06.xsd"));
    const made = serialiseEhrExtractMessage(message("RCMR_IN030000UK06"), "RCMR_IN030000UK06");
    expect(older.validate(new TextEncoder().encode(xmlText(made)))).toHaveLength(1);
  });
});

describe("an extract is found", () => {
  const inner = xml.slice(xml.indexOf("<EhrExtract"), xml.indexOf("</subject>"));
  const bare = inner.replace(
    "<EhrExtract",
    '<EhrExtract xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  );

  test("in its message", async () => {
    const { envelope, version } = parseEhrExtractMessage(await parseXml(xml));
    expect(envelope).toEqual({
      kind: "message",
      interaction: "RCMR_IN030000UK07",
      root: "RCMR_IN030000UK07",
      leaves: [],
    });
    expect(version).toBe("RCMR_MT030101UK05");
    const older = await parseXml(xml.replaceAll("RCMR_IN030000UK07", "RCMR_IN030000UK06"));
    const found = parseEhrExtractMessage(older);
    expect(found.version).toBe("RCMR_MT030101UK04");
    expect([...found.report.counts]).toEqual([["version-later", 1]]);
  });

  test("in a transport file, whose facts are kept", async () => {
    const wrapped = `<custom_transport v="1">\n<sender><id>S1</id></sender>\n<payload>${xml}</payload>\n<attachments/></custom_transport>`;
    const { envelope, message: read } = parseEhrExtractMessage(await parseXml(wrapped));
    expect(read?.id?.root).toBe(uuid(8));
    expect(envelope).toEqual({
      kind: "wrapped-message",
      interaction: "RCMR_IN030000UK07",
      root: "custom_transport",
      leaves: [
        { path: "/custom_transport[1]/@v", value: "1", line: 1, column: 1 },
        { path: "/custom_transport[1]/sender[1]/id[1]", value: "S1", line: 2, column: 13 },
      ],
    });
  });

  test("alone, or in something else", async () => {
    const alone = parseEhrExtractMessage(await parseXml(bare));
    expect(alone.envelope.kind).toBe("extract");
    expect(alone.message).toBeUndefined();
    expect(structuredClone(alone.extract)).toEqual(extract);
    const within = parseEhrExtractMessage(await parseXml(`<a b="c"><d>${bare}</d></a>`));
    expect(within.envelope).toMatchObject({ kind: "extract", root: "a", leaves: [{ value: "c" }] });
    expect(within.version).toBe("RCMR_MT030101UK05");
  });

  test("in a message in which it stands where it should not", async () => {
    const odd = xml.replace(/<subject [^>]*>/u, "<other>").replace("</subject>", "</other>");
    const { envelope, message: read, extract: found } = parseEhrExtractMessage(await parseXml(odd));
    expect(read).toBeUndefined();
    expect(envelope.kind).toBe("extract");
    expect(envelope.leaves.length).toBeGreaterThan(10);
    expect(structuredClone(found)).toEqual(extract);
  });

  test("first of several, and the others are said", async () => {
    const two = await parseXml(`<batch>${xml}${xml}</batch>`);
    const { report } = parseEhrExtractMessage(two);
    expect(report.findings).toMatchObject([
      {
        code: "message-repeated",
        path: expect.stringMatching(/^\/batch\[1\]\/RCMR_IN030000UK07\[2\]/u) as string,
      },
    ]);
    expect(findExtractRoot(two)?.others).toHaveLength(1);
  });

  test("in no namespace, and that is said", async () => {
    const { report, extract: found } = parseEhrExtractMessage(
      await parseXml(xml.replace('xmlns="urn:hl7-org:v3"', "")),
    );
    expect([...report.counts]).toEqual([["namespace-missing", 1]]);
    expect(structuredClone(found)).toEqual(extract);
  });

  test("nowhere in what is something else", async () => {
    for (const other of ["<a/>", '<EhrExtract xmlns="urn:other"/>', "<RCMR_IN030000UK06/>"]) {
      const document = await parseXml(other);
      expect(findExtractRoot(document)).toBeUndefined();
      expect(() => parseEhrExtractMessage(document)).toThrow(Hl7MessageError);
    }
  });

  test("empty, and read with everything missed", async () => {
    const { extract: found, report } = parseEhrExtractMessage(
      await parseXml('<EhrExtract xmlns="urn:hl7-org:v3"/>'),
    );
    expect(structuredClone(found)).toEqual({});
    expect([...report.counts]).toEqual([["element-missing", 9]]);
  });
});
