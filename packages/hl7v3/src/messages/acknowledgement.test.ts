import { parseXml, xmlText } from "@gp2gp/xml";
import { XsdSchema } from "@gp2gp/xsd";
import { describe, expect, test } from "vitest";
import {
  acknowledgementReasons,
  acknowledgementStatement,
  buildAcknowledgement,
  checkAcknowledgement,
  findAcknowledgementReason,
  Hl7MessageError,
  parseAcknowledgement,
  serialiseAcknowledgement,
  type AcknowledgementFacts,
  type AcknowledgementReason,
} from "../index.ts";
import { isSharedAbsent, schemaPath } from "../testing/__fixtures__/shared-corpus.ts";

const acknowledged = "0F1E2D3C-0000-4000-8000-000000000002";

function made(outcome: AcknowledgementFacts["outcome"]): string {
  const message = buildAcknowledgement({
    messageId: "0F1E2D3C-0000-4000-8000-000000000001",
    creationTime: "20260102030405",
    fromAsid: "200000000205",
    toAsid: "200000000206",
    acknowledgedId: acknowledged,
    outcome,
  });
  expect(checkAcknowledgement(message)).toEqual([]);
  return xmlText(serialiseAcknowledgement(message));
}

async function reread(xml: string) {
  const { message, report } = parseAcknowledgement(await parseXml(xml));
  return {
    ...acknowledgementStatement(message),
    found: checkAcknowledgement(message).map(({ code }) => code),
    parsed: report.findings.map(({ code }) => code),
  };
}

function reason(code: string): AcknowledgementReason {
  const found = findAcknowledgementReason(code);
  if (found === undefined) throw new Error(`There is no reason ${code}`);
  return found;
}

describe("an acknowledgement", () => {
  test("that accepts", async () => {
    const xml = made({ type: "accepted" });
    expect(xml).toContain('<acknowledgement typeCode="AA"><messageRef>');
    expect(xml).toContain('<versionCode code="V3NPfIT4.2.00"/>');
    expect(await reread(xml)).toEqual({
      outcome: "accepted",
      acknowledgedId: acknowledged,
      reasons: [],
      found: [],
      parsed: [],
    });
  });

  test("that says an error gives its reason in the control act", async () => {
    const xml = made({ type: "error", reason: reason("6") });
    expect(xml).not.toContain("acknowledgementDetail");
    expect(xml).toContain(
      '<qualifier code="ER" codeSystem="2.16.840.1.113883.2.1.3.2.4.17.104" displayName="Error"/>',
    );
    const { outcome, reasons } = await reread(xml);
    expect(outcome).toBe("error");
    expect(reasons).toEqual([
      {
        code: "06",
        codeSystem: "2.16.840.1.113883.2.1.3.2.4.17.101",
        displayName: reason("06").meaning,
        severity: "ER",
        place: "control-act",
        known: reason("06"),
      },
    ]);
  });

  test("that rejects gives its reason where every reader looks, and it is read once", async () => {
    const xml = made({ type: "rejected", reason: reason("19"), text: "Not the current practice" });
    expect(xml.match(/code="19"/gu)).toHaveLength(2);
    const { outcome, reasons } = await reread(xml);
    expect(outcome).toBe("rejected");
    expect(reasons).toMatchObject([{ code: "19", displayName: "Not the current practice" }]);
  });

  test("is read wherever its reason stands, with one digit or two", async () => {
    const xml = made({ type: "rejected", reason: reason("6") });
    const inDetail = xml.replace(/<reason .*<\/reason>/u, "").replace('code="06"', 'code="6"');
    expect((await reread(inDetail)).reasons).toMatchObject([
      { code: "6", place: "acknowledgement", severity: "ER", known: { number: 6 } },
    ]);
  });

  test("keeps a reason that is not known, and says so", async () => {
    const xml = made({ type: "error", reason: reason("99") }).replace('code="99"', 'code="506"');
    const { outcome, reasons, found } = await reread(xml);
    expect(outcome).toBe("error");
    expect(reasons[0]?.code).toBe("506");
    expect(reasons[0]?.known).toBeUndefined();
    expect(found).toEqual(["reason-unknown"]);
  });

  test("does not take a code of another system for one of its own", async () => {
    const xml = made({ type: "error", reason: reason("10") }).replace("17.101", "17.42");
    expect((await reread(xml)).reasons[0]?.known).toBeUndefined();
  });

  test.each(["AX", "", "ZZ"])("that says %j is never taken for accepted", async (typeCode) => {
    const xml = made({ type: "accepted" }).replace('typeCode="AA"', `typeCode="${typeCode}"`);
    const { outcome, found } = await reread(xml);
    expect(outcome).toBe("unknown");
    expect(found).toContain("outcome-unknown");
  });

  test("that refuses without a reason stays negative", async () => {
    const xml = made({ type: "error", reason: reason("10") }).replace(/<reason .*<\/reason>/u, "");
    const { outcome, reasons, found } = await reread(xml);
    expect(outcome).toBe("error");
    expect(reasons).toEqual([]);
    expect(found).toEqual(["reason-missing"]);
  });

  test("with its type code in lower case is read", async () => {
    const xml = made({ type: "error", reason: reason("10") }).replace(
      'typeCode="AE"',
      'typecode="AE"',
    );
    const { outcome, parsed } = await reread(xml);
    expect(outcome).toBe("error");
    expect(parsed).toEqual(["attribute-unknown", "attribute-missing"]);
  });

  test("that is missing is said to be", async () => {
    const other = await parseXml("<a/>");
    expect(() => parseAcknowledgement(other)).toThrow(Hl7MessageError);
  });

  test("without anything in it is read", async () => {
    const { outcome, found } = await reread('<h:MCCI_IN010000UK13 xmlns:h="urn:hl7-org:v3"/>');
    expect(outcome).toBe("unknown");
    expect(found).toContain("outcome-unknown");
  });
});

describe("reasons", () => {
  test("have one number each, and are found with one digit and two", () => {
    const numbers = acknowledgementReasons.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const each of acknowledgementReasons) {
      expect(findAcknowledgementReason(each.code)).toBe(each);
      expect(findAcknowledgementReason(String(each.number))).toBe(each);
    }
    for (const code of ["", "6a", "-8", "100", "1e1", " 6"])
      expect(findAcknowledgementReason(code)).toBeUndefined();
  });

  test.skipIf(isSharedAbsent)(
    "make valid acknowledgements (skipped where ../shared is absent)",
    () => {
      using schema = XsdSchema.load(schemaPath("MCCI_IN010000UK13.xsd"));
      const all: AcknowledgementFacts["outcome"][] = [
        { type: "accepted" },
        ...acknowledgementReasons.flatMap((each) => [
          { type: "error" as const, reason: each },
          { type: "rejected" as const, reason: each },
        ]),
      ];
      for (const outcome of all)
        expect(schema.validate(new TextEncoder().encode(made(outcome)))).toEqual([]);
    },
  );
});
