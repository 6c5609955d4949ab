import { sourceOfBytes } from "@gp2gp/core";
import { parseEhrExtractMessage, serialiseEhrExtractMessage } from "@gp2gp/hl7v3";
import { parseXml, xmlText } from "@gp2gp/xml";
import { describe, expect, it } from "vitest";
import { ruleCases } from "../testing/rule-cases.ts";
import { sampleExtract, uuid } from "../testing/sample-extract.ts";
import { rootOf } from "./extract-facts.ts";
import { extractRules } from "./extract-rules.ts";
import { validateExtractSource } from "./validate-extract-source.ts";
import { validateExtract } from "./validate-extract.ts";

const sampleText = xmlText(
  serialiseEhrExtractMessage(sampleExtract().message, "RCMR_IN030000UK07"),
);
const sourceOf = (text: string) => sourceOfBytes("extract.xml", new TextEncoder().encode(text));

describe("validating", () => {
  it("finds nothing in the sample after it was written and read", async () => {
    const parsed = parseEhrExtractMessage(await parseXml(sampleText));
    expect(validateExtract(parsed).findings).toEqual([]);
  });

  it("says the line, and finds what only a document can have wrong", async () => {
    const text = sampleText
      .replace("<LinkSet", "\n\n<LinkSet")
      .replace("<LinkSet ", '<LinkSet flag="1" ')
      .replace(`<statementRef classCode="OBS"`, `<statementRef classCode="ACT"`);
    const { validation } = (await validateExtractSource(sourceOf(text))) ?? {};
    expect(validation?.findings).toMatchObject([
      { rule: "attribute-unknown", place: { line: 3, name: "flag" } },
      { rule: "statement-reference-codes-differ", place: { line: 3 } },
    ]);
  });

  it("takes the other parts of a source for the files that came along", async () => {
    const alone = sourceOf(sampleText);
    const [letter, stranger] = ["letter.txt", "stranger.txt"].map(
      (name) => sourceOfBytes(`files/${name}`, new Uint8Array([1])).parts[0] ?? [],
    );
    const withParts = async (...parts: readonly unknown[]) => {
      const source = { parts: [...alone.parts, ...parts.flat()] } as typeof alone;
      const validated = await validateExtractSource(source);
      return validated?.validation.rules.map(({ rule }) => rule).toSorted();
    };
    expect(await withParts()).toEqual([]);
    expect(await withParts(letter)).toEqual([]);
    expect(await withParts(letter, stranger)).toEqual(["part-unreferenced"]);
    expect(await withParts(stranger)).toEqual(["file-absent", "part-unreferenced"]);
  });

  it("has no answer where there is no extract", async () => {
    for (const text of ["", "words", "<other/>", "<EhrExtract", "<!DOCTYPE x><EhrExtract/>"])
      expect(await validateExtractSource(sourceOf(text))).toBeUndefined();
    expect(await validateExtractSource({ parts: [] })).toBeUndefined();
  });

  it("keeps so many findings of a rule, and counts all", () => {
    const sample = sampleExtract();
    const [composition] = sample.extract.component?.[0]?.ehrFolder?.component ?? [];
    const participant = { typeCode: "PRF", agentRef: { id: { root: uuid("F1") } } };
    Object.assign(composition?.ehrComposition ?? {}, {
      Participant2: Array.from({ length: 30_000 }, () => participant),
    });
    const { findings, rules } = validateExtract(sample, { limit: 7 });
    expect(findings.filter(({ rule }) => rule === "agent-reference-unresolved")).toHaveLength(7);
    expect(rules).toMatchObject([{ rule: "agent-reference-unresolved", count: 30_000 }]);
  });

  it("counts what a parse report no longer keeps", async () => {
    const text = sampleText.replaceAll("<ObservationStatement ", '<ObservationStatement flag="1" ');
    const parsed = parseEhrExtractMessage(await parseXml(text), { limit: 1 });
    const { findings, rules } = validateExtract(parsed);
    expect(findings).toHaveLength(1);
    expect(rules).toMatchObject([{ rule: "attribute-unknown", count: 3 }]);
  });

  it("says nothing of what is recorded", () => {
    const secret = "ZQX";
    const sample = sampleExtract();
    rootOf(sample).visit(({ node }) => {
      for (const [name, value] of Object.entries(node)) {
        const isCode = ["kind", "dataType", "classCode", "typeCode"].includes(name);
        if (typeof value === "string" && !isCode) Object.assign(node, { [name]: secret });
      }
    });
    const validation = validateExtract(sample);
    expect(validation.rules.length).toBeGreaterThan(20);
    expect(JSON.stringify(validation).includes(secret)).toBe(false);
  });

  it("speaks in whole sentences, of what is wrong and of what was expected", () => {
    for (const { message, expected } of extractRules) {
      expect(message).toMatch(/^[A-Z].*\.$/u);
      expect(expected).toMatch(/^[A-Za-z0-9].*\.$/u);
    }
    expect(ruleCases.length).toBeGreaterThan(extractRules.length);
  });
});
