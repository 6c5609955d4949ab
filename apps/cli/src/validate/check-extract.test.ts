import { gp2gpEhrExtract, validateExtractSource } from "@gp2gp/adapter-gp2gp";
import { tppClientXmlAdapter } from "@gp2gp/adapter-tpp";
import { sourceOfBytes } from "@gp2gp/core";
import { expect, it } from "vitest";
import { checkExtract, renderExtractCheck } from "./check-extract.ts";

const { signal } = new AbortController();
const bare = `<EhrExtract xmlns="urn:hl7-org:v3">
  <recordTarget><patient><id root="2.16.840.1.113883.2.1.4.1" extension="9990000019"/></patient></recordTarget>
</EhrExtract>`;
const source = sourceOfBytes("bare.xml", new TextEncoder().encode(bare));

it("checks extracts, and no other format", async () => {
  expect(await checkExtract(tppClientXmlAdapter, source, signal)).toBeUndefined();
  const checked = await checkExtract(gp2gpEhrExtract, source, signal);
  expect(checked).toEqual(await validateExtractSource(source));
  expect(checked?.validation.valid).toBe(false);
});

it("says how often, how grave, what is wrong, what was expected, and where, but not what stands there", async () => {
  const checked = await checkExtract(gp2gpEhrExtract, source, signal);
  if (!checked) throw new Error("the source holds an extract");
  const text = renderExtractCheck(checked).join("\n");
  expect(text).toMatch(
    /^ +1 {2}error {4}nhs-number-check-digit +The NHS number has a wrong check digit\.\n +Expected: The modulus 11 check digit as the tenth\.\n +line 2 recordTarget\[1\]\/patient\[1\]$/mu,
  );
  expect(text).not.toContain("9990000019");
  const none = { part: "a.xml", validation: { valid: true, findings: [], rules: [] } };
  expect(renderExtractCheck(none)).toEqual(["  No rule beyond the schema is broken."]);
});
