import { parseXml, xmlText, type XmlElement } from "@gp2gp/xml";
import { XsdSchema } from "@gp2gp/xsd";
import { describe, expect, test } from "vitest";
import {
  checkWire,
  ehrExtract,
  findExtractRoot,
  parseEhrExtractMessage,
  serialiseEhrExtractMessage,
  serialiseWire,
  type ParsedExtract,
} from "./index.ts";
import { leavesOf } from "./testing/__fixtures__/leaves.ts";
import {
  corpusExtracts,
  isSharedAbsent,
  schemaPath,
} from "./testing/__fixtures__/shared-corpus.ts";

/** What the extracts of the shared corpus hold: leaves of the extract, and what is found about them. */
const expected: Readonly<Record<string, { leaves: number; findings?: Record<string, number> }>> = {
  "emis/PWTP10.xml": { leaves: 1321, findings: { "text-stray": 1 } },
  "emis/PWTP2.xml": { leaves: 6304 },
  "emis/PWTP3.xml": { leaves: 1610 },
  "emis/PWTP5.xml": { leaves: 1421 },
  "emis/hl7_85.xml": { leaves: 1500, findings: { "fixed-value-wrong": 2 } },
  "emis/hl7_87.xml": { leaves: 2224, findings: { "fixed-value-wrong": 2 } },
  "emis/hl7_88.xml": { leaves: 630, findings: { "fixed-value-wrong": 2 } },
  "microtest/43generalRC.xml": { leaves: 4093, findings: { "text-stray": 2 } },
  "microtest/44allergiesRC.xml": { leaves: 1321 },
  "microtest/46problemsRC.xml": { leaves: 2320 },
  "microtest/49recallsRC.xml": { leaves: 1883 },
  "tpp/TppAllergies.xml": { leaves: 1781 },
  "tpp/TppConsultations.xml": { leaves: 4694 },
  "tpp/TppImms.xml": { leaves: 1859 },
  "tpp/TppProblems.xml": { leaves: 4207 },
  "vision/PWTP7.xml": { leaves: 1236 },
  "vision/barlow.xml": { leaves: 3069 },
  "vision/brown.xml": { leaves: 1526 },
  "vision/exceptions.xml": { leaves: 850 },
  "vision/immsmonster_new.xml": { leaves: 15516 },
  "vision/pathology.xml": { leaves: 5983 },
};

const extracts = isSharedAbsent ? [] : corpusExtracts();

async function read(bytes: Uint8Array): Promise<{ element: XmlElement; parsed: ParsedExtract }> {
  const document = await parseXml(bytes);
  const element = findExtractRoot(document)?.element;
  if (element === undefined) throw new Error("There is no extract");
  return { element, parsed: parseEhrExtractMessage(document) };
}

describe.skipIf(isSharedAbsent)("real extracts (skipped where ../shared is absent)", () => {
  test("are all known to this test", () => {
    expect(extracts.map(({ name }) => name)).toEqual(Object.keys(expected));
  });

  test.each(extracts)("$name comes back leaf by leaf", async ({ name, read: bytes }) => {
    const { element, parsed } = await read(bytes());
    const source = leavesOf(element);
    expect(source).toHaveLength(expected[name]?.leaves ?? -1);
    const written = await parseXml(
      xmlText(serialiseWire(ehrExtract, parsed.extract, "EhrExtract")),
    );
    expect(leavesOf(written.root)).toEqual(source);
  });

  test.each(extracts)("$name comes back with its message", async ({ read: bytes }) => {
    const document = await parseXml(bytes());
    const { envelope, message } = parseEhrExtractMessage(document);
    if (message === undefined) throw new Error("There is no message");
    const source = findExtractRoot(document)?.message;
    if (source === undefined) throw new Error("There is no message");
    const interaction = "RCMR_IN030000UK06";
    expect(envelope.interaction).toBe(interaction);
    const written = await parseXml(xmlText(serialiseEhrExtractMessage(message, interaction)));
    expect(leavesOf(written.root)).toEqual(leavesOf(source));
  });

  test.each(extracts)("$name has the findings it is known for", async ({ name, read: bytes }) => {
    const { parsed } = await read(bytes());
    expect(Object.fromEntries(parsed.report.counts)).toEqual(expected[name]?.findings ?? {});
    const found = checkWire(ehrExtract, parsed.extract).filter(
      ({ code }) => code !== "extras-present",
    );
    expect(found.map(({ code, line }) => `${code} ${line}`)).toEqual(
      parsed.report.findings
        .filter(({ code }) => code !== "text-stray")
        .map(({ code, line }) => `${code} ${line}`),
    );
  });

  test("are written valid, but for their stray text where that is not left out", async () => {
    using schema = XsdSchema.load(schemaPath("RCMR_IN030000UK06.xsd"));
    const invalid: string[] = [];
    for (const { name, read: bytes } of extracts) {
      const { parsed } = await read(bytes());
      if (parsed.message === undefined) throw new Error("There is no message");
      const validate = (extras: "write" | "omit") => {
        const root = serialiseEhrExtractMessage(parsed.message ?? {}, "RCMR_IN030000UK06", {
          extras,
        });
        return schema.validate(new TextEncoder().encode(xmlText(root)));
      };
      expect(validate("omit")).toEqual([]);
      if (validate("write").length > 0) invalid.push(name);
    }
    expect(invalid).toEqual(["emis/PWTP10.xml", "microtest/43generalRC.xml"]);
  });

  test("are of the classes that real messages have", async () => {
    const kinds = new Map<string, number>();
    for (const { read: bytes } of extracts) {
      const { parsed } = await read(bytes());
      JSON.stringify(parsed.extract, (key, value: unknown) => {
        if (key === "kind" && typeof value === "string" && /^[A-Z]|^ehr/u.test(value))
          kinds.set(value, (kinds.get(value) ?? 0) + 1);
        return value;
      });
    }
    expect(Object.fromEntries([...kinds].toSorted())).toEqual({
      Agent: 118,
      CompoundStatement: 670,
      EhrEmpty: 29,
      LinkSet: 77,
      MedicationStatement: 125,
      NarrativeStatement: 137,
      ObservationStatement: 1177,
      PlanStatement: 148,
      RegistrationStatement: 9,
      RequestStatement: 11,
      ehrSupplyAuthorise: 40,
      ehrSupplyPrescribe: 102,
    });
  });
});
