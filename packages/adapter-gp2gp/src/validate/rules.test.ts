import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ruleCases } from "../testing/rule-cases.ts";
import type { RuleCase } from "../testing/rule-cases.ts";
import { sampleExtract, sampleParts, uuid } from "../testing/sample-extract.ts";
import { rootOf } from "./extract-facts.ts";
import type { PlacedNode } from "./placed-node.ts";
import { extractRules } from "./extract-rules.ts";
import { validateExtract } from "./validate-extract.ts";
import type { ExtractToValidate } from "./validate-extract.ts";

function elementsOf(parsed: ExtractToValidate): readonly PlacedNode[] {
  const places: PlacedNode[] = [];
  rootOf(parsed).visit((place) => places.push(place));
  return places;
}

/** The sample with one element changed. */
function broken({ at, nth = 0, with: change }: RuleCase): ExtractToValidate {
  const sample = sampleExtract();
  const places = elementsOf(sample).filter(({ element }) => element === at);
  const node = at === "message" ? sample.message : places[nth]?.node;
  if (node === undefined) throw new Error(`the sample has no ${at} of number ${nth}`);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) Reflect.deleteProperty(node, name);
    else Object.assign(node, { [name]: value });
  }
  return sample;
}

const validate = (parsed: ExtractToValidate) => validateExtract(parsed, { parts: sampleParts });
const brokenRules = (parsed: ExtractToValidate) => validate(parsed).rules.map(({ rule }) => rule);

describe("a sound extract", () => {
  it("breaks no rule", () => {
    expect(validate(sampleExtract())).toEqual({ valid: true, findings: [], rules: [] });
  });

  it("has every element that a rule looks at, so that its silence says something", () => {
    const names = new Set(elementsOf(sampleExtract()).map(({ element }) => element));
    const looked = new Set<string>(extractRules.flatMap((rule) => rule.at));
    for (const virtual of ["message", "coded"]) looked.delete(virtual);
    expect([...looked].filter((name) => !names.has(name))).toEqual([]);
  });
});

describe("a broken extract", () => {
  it.each(ruleCases)("$rule at $at $nth", (given) => {
    const { findings, rules } = validate(broken(given));
    const own = findings.filter(({ rule }) => rule === given.rule);
    expect(own.length).toBeGreaterThan(0);
    const element = given.foundAt ?? (given.at === "message" ? "RCMR_IN030000UK07" : given.at);
    expect(own[0]?.place.path).toMatch(new RegExp(`/${element}\\[\\d+\\]$`, "u"));
    const known = extractRules.find(({ rule }) => rule === given.rule);
    if (known) expect(rules).toContainEqual({ ...textOf(known), count: own.length });
  });

  it("is tried for every rule", () => {
    const tried = new Set(ruleCases.map(({ rule }) => rule));
    const others = [
      "message-absent",
      "interaction-unsupported",
      "document-id-repeated",
      "medication-supplies-mixed",
    ];
    const untried = extractRules.map(({ rule }) => rule).filter((rule) => !tried.has(rule));
    expect(untried).toEqual(others);
    expect(new Set(extractRules.map(({ rule }) => rule)).size).toBe(extractRules.length);
  });
});

describe("the README", () => {
  it("names every rule", () => {
    const text = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
    expect(extractRules.map(({ rule }) => rule).filter((rule) => !text.includes(rule))).toEqual([]);
  });
});

function textOf({ rule, severity, message, expected }: (typeof extractRules)[number]) {
  return { rule, severity, message, expected };
}

describe("rules that more than one change breaks", () => {
  it("miss the message around an extract", () => {
    const { extract, version } = sampleExtract();
    const bare = { envelope: { kind: "extract", root: "EhrExtract", leaves: [] } } as const;
    expect(brokenRules({ ...bare, extract, version })).toEqual(["message-absent"]);
  });

  it("know the interactions that carry an extract", () => {
    const sample = sampleExtract();
    const interaction = "RCMR_IN030000UK05";
    const id = { ...sample.message.interactionId, extension: interaction };
    const envelope = { ...sample.envelope, interaction };
    const message = { ...sample.message, interactionId: id };
    expect(brokenRules({ ...sample, envelope, message })).toEqual(["interaction-unsupported"]);
  });

  it("tell two documents with one id apart by their content", () => {
    const reference = (name: string) => ({
      referredToExternalDocument: {
        id: { root: uuid("B5") },
        code: { nullFlavor: "UNK" },
        text: { reference: { value: `file://localhost/${name}.txt` } },
        confidentialityCode: { code: "NOPAT", codeSystem: "2.16.840.1.113883.4.642.3.47" },
      },
    });
    const twice = (name: string) =>
      brokenRules(
        broken({
          rule: "",
          at: "NarrativeStatement",
          with: { reference: [reference("letter"), reference(name)] },
        }),
      );
    expect(twice("letter")).not.toContain("document-id-repeated");
    expect(twice("other")).toContain("document-id-repeated");
  });

  it("see an authorisation and its issue in one statement, and let both do without a reference", () => {
    const sample = sampleExtract();
    const statements = elementsOf(sample).filter(
      ({ element }) => element === "MedicationStatement",
    );
    const [authorised, issued] = statements.map(
      ({ node }) => node as unknown as { component: { supply: object }[] },
    );
    const [component] = issued?.component ?? [];
    if (!authorised || !issued || !component) throw new Error("the sample has medication");
    Reflect.deleteProperty(component.supply, "inFulfillmentOf");
    authorised.component.push(component);
    issued.component = [];
    expect(brokenRules(sample)).toEqual(["supply-absent", "medication-supplies-mixed"]);
  });

  it("let UK06 say nothing of what the patient is not to see", () => {
    const sample = sampleExtract();
    const interaction = "RCMR_IN030000UK06";
    const interactionId = { ...sample.message.interactionId, extension: interaction };
    const { valid, rules } = validate({
      ...sample,
      version: "RCMR_MT030101UK04",
      envelope: { ...sample.envelope, interaction },
      message: { ...sample.message, interactionId },
    });
    expect(valid).toBe(false);
    expect(rules).toMatchObject([{ rule: "version-later", severity: "error", count: 4 }]);
  });

  it("take the mood that EMIS gives prescriptions, null flavours, and a plan ahead", () => {
    const quiet: readonly Omit<RuleCase, "rule">[] = [
      { at: "ehrSupplyPrescribe", with: { moodCode: "ORD" } },
      { at: "agentRef", with: { id: { nullFlavor: "UNK" } } },
      { at: "PlanStatement", with: { effectiveTime: { center: { value: "2040" } } } },
      { at: "priorEhrRequest", with: { id: { nullFlavor: "UNK" } } },
      { at: "ehrComposition", with: { effectiveTime: { center: { nullFlavor: "NI" } } } },
    ];
    for (const change of quiet) expect(brokenRules(broken({ rule: "", ...change }))).toEqual([]);
  });
});
