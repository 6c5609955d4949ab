import { parseXml, xmlText } from "@gp2gp/xml";
import { describe, expect, test } from "vitest";
import {
  buildEhrRequest,
  checkEhrRequest,
  ehrRequestFacts,
  Hl7MessageError,
  parseEhrRequest,
  serialiseEhrRequest,
  type EhrRequestFacts,
} from "../index.ts";

const facts: EhrRequestFacts = {
  messageId: "0F1E2D3C-0000-4000-8000-000000000001",
  requestId: "0F1E2D3C-0000-4000-8000-000000000002",
  creationTime: "20260102030405",
  versionCode: "V3NPfIT3.1.10",
  nhsNumber: "9990000018",
  fromAsid: "200000000205",
  fromOdsCode: "A12345",
  toAsid: "200000000206",
  toOdsCode: "B83002",
};
const request = buildEhrRequest(facts);
const written = xmlText(serialiseEhrRequest(request));

async function reread(change: (xml: string) => string) {
  return parseEhrRequest(await parseXml(change(written)));
}

describe("an EHR request", () => {
  test("says what it was made of, and breaks no rule", async () => {
    expect(checkEhrRequest(request)).toEqual([]);
    const { interaction, message, report } = await reread((xml) => xml);
    expect(interaction).toBe("RCMR_IN010000UK05");
    expect(report.findings).toEqual([]);
    expect(ehrRequestFacts(message)).toEqual(facts);
    expect(checkEhrRequest(message)).toEqual([]);
  });

  test("has its class codes written out", () => {
    expect(written).toContain('<ControlActEvent classCode="CACT" moodCode="EVN">');
    expect(written).toContain('<subject typeCode="SUBJ" contextConductionInd="false">');
    expect(written).toContain('<EhrRequest classCode="EXTRACT" moodCode="RQO">');
    expect(written).toContain('<id root="2.16.840.1.113883.2.1.4.1" extension="9990000018"/>');
  });

  test("is found in an envelope, under a prefix and without a namespace", async () => {
    const wrapped = await reread((xml) => `<envelope><payload>${xml}</payload></envelope>`);
    expect(ehrRequestFacts(wrapped.message)).toEqual(facts);
    const prefixed = await reread((xml) =>
      xml.replaceAll(/<(?<slash>\/?)/gu, "<$<slash>h:").replace("xmlns=", "xmlns:h="),
    );
    expect(ehrRequestFacts(prefixed.message)).toEqual(facts);
    const bare = await reread((xml) => xml.replace('xmlns="urn:hl7-org:v3"', ""));
    expect(ehrRequestFacts(bare.message)).toEqual(facts);
    expect(bare.report.findings.map(({ code }) => code)).toEqual(["namespace-missing"]);
  });

  test("that is missing is said to be", async () => {
    const other = await parseXml("<MCCI_IN010000UK13 xmlns='urn:hl7-org:v3'/>");
    expect(() => parseEhrRequest(other)).toThrow(Hl7MessageError);
    expect(Hl7MessageError.isInstance(new Hl7MessageError("request-absent"))).toBe(true);
    expect(Hl7MessageError.isInstance(new Error("request-absent"))).toBe(false);
  });

  test.each([
    [
      "an NHS number with a letter",
      "9990000018",
      "999000001X",
      "identifier-malformed",
      "patient[1]/id[1]",
    ],
    ["a wrong check digit", "9990000018", "9990000019", "check-digit-wrong", "patient[1]/id[1]"],
    [
      "another root for the NHS number",
      "113883.2.1.4.1",
      "113883.2.1.4.9",
      "identifier-malformed",
      "patient[1]/id[1]",
    ],
    [
      "an ASID that is too short",
      "200000000206",
      "2000",
      "identifier-malformed",
      "communicationFunctionRcv[1]/device[1]/id[1]",
    ],
    [
      "an ODS code with a space",
      "A12345",
      "A 2345",
      "identifier-malformed",
      "author[1]/AgentOrgSDS[1]/agentOrganizationSDS[1]/id[1]",
    ],
    [
      "a request id that is no UUID",
      "000000000002",
      "2",
      "identifier-malformed",
      "EhrRequest[1]/id[1]",
    ],
    [
      "another interaction",
      'extension="RCMR_IN010000UK05"',
      'extension="RCMR_IN010000UK99"',
      "interaction-wrong",
      "interactionId[1]",
    ],
  ])("with %s breaks a rule", async (_, from, to, code, path) => {
    const { message } = await reread((xml) => xml.replace(from, to));
    const found = checkEhrRequest(message).filter((finding) => finding.code === code);
    expect(found).toHaveLength(1);
    expect(found[0]?.path.endsWith(path)).toBe(true);
    expect(found[0]?.line).toBe(1);
    expect(JSON.stringify(found)).not.toContain(to.replace(/^.*"(?=R)/u, ""));
  });

  test.each(["EhrRequest", "recordTarget", "destination", "author1", "communicationFunctionSnd"])(
    "without %s is read, and the part is missed",
    async (name) => {
      const { message } = await reread((xml) =>
        xml.replace(new RegExp(`<${name}[ >].*</${name}>`, "u"), ""),
      );
      expect(checkEhrRequest(message)).toContainEqual(
        expect.objectContaining({ code: "element-missing", name }),
      );
      expect(Object.keys(ehrRequestFacts(message)).length).toBeLessThan(10);
    },
  );
});
