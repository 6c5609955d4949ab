import { readFileSync } from "node:fs";
import { AdapterMisuseError, bytesOf, sourceOfBytes } from "@gp2gp/core";
import type { PatientRecord } from "@gp2gp/core";
import { testContext } from "@gp2gp/adapter-testkit";
import { describe, expect, it } from "vitest";
import { gp2gpEhrExtract, receiverProfiles } from "../index.ts";

const sample = readFileSync(new URL("__fixtures__/every-class/source.xml", import.meta.url));
const text = new TextDecoder().decode(sample);
const encode = (words: string): Uint8Array => new TextEncoder().encode(words);

async function read(bytes: Uint8Array, context = testContext()) {
  const result = await gp2gpEhrExtract.read?.(sourceOfBytes("input.xml", bytes), context);
  if (!result) throw new Error("the adapter reads");
  return result;
}

async function recordOf(bytes: Uint8Array): Promise<PatientRecord> {
  const result = await read(bytes);
  if (!result.ok) throw new Error("the input is read");
  return result.record;
}

async function write(record: PatientRecord, context = testContext({ formatVersion: "UK07" })) {
  const result = await gp2gpEhrExtract.write?.(record, context);
  if (!result?.ok) throw new Error("the record is written");
  const [part] = result.artefact.parts;
  return { ...result, text: new TextDecoder().decode(part && (await bytesOf(part))) };
}

/** The effective time of a statement or composition with a low bound alone. */
const lowAlone =
  /<statusCode code="[A-Z]+"\/><effectiveTime><low value="[^"]*"\/><\/effectiveTime>/;
const usedId = "0F000000-0000-4000-8000-000000000003";
const deep = `${"<a>".repeat(300)}${"</a>".repeat(300)}`;

describe("input that cannot be used", () => {
  it.each([
    ["nothing", "", "artefact-empty"],
    ["no XML", "EHR EXTRACT", "artefact-unrecognised"],
    ["another format", "<MedicalRecord/>", "artefact-unrecognised"],
    ["an extract cut off", text.slice(0, 20_000), "artefact-malformed"],
    ["an entity", `<!DOCTYPE a [<!ENTITY b "c">]>${text.slice(39)}`, "artefact-malformed"],
    ["depth without end", deep, "artefact-too-large"],
  ])("%s is one clear issue", async (_name, input, code) => {
    const result = await read(encode(input));
    expect(result.ok).toBe(false);
    expect(result.issues.map((one) => one.code)).toEqual([code]);
  });

  it("of another encoding than it says is one clear issue", async () => {
    const result = await read(new Uint8Array([...encode(text.slice(0, 600)), 0xff, 0xfe, 0xc3]));
    expect(result.issues.map((one) => one.code)).toEqual(["artefact-malformed"]);
  });

  it("is known by its beginning", () => {
    const detect = (words: string) =>
      gp2gpEhrExtract.detect({ parts: [{ name: "x", head: encode(words) }] });
    expect(detect(text.slice(0, 4096))).toBe("yes");
    expect(detect("\uFEFF<custom_transport><sender/>")).toBe("maybe");
    expect(detect("<MedicalRecord/>")).toBe("no");
    expect(detect("")).toBe("no");
  });

  it("rejects with the reason of a signal that is aborted", async () => {
    const signal = AbortSignal.abort(new Error("stop"));
    await expect(read(sample, testContext({ signal }))).rejects.toThrow("stop");
  });
});

describe("an extract with bad items", () => {
  it.each([
    [
      "a date that is none",
      'availabilityTime value="20110314"',
      'availabilityTime value="2011-Q1"',
    ],
    ["no supply quantity", /<quantity value="28"[^]*?<\/quantity>/, ""],
    ["a quantity that is no number", 'value="120" unit="mm[Hg]"', 'value="high" unit="mm[Hg]"'],
    ["an unknown type of value", 'xsi:type="BL"', 'xsi:type="QSET"'],
    ["no statement id", /(<NarrativeStatement[^>]*>)<id [^>]*>/, "$1"],
    ["an id used twice", /(<NarrativeStatement[^>]*>)<id [^>]*>/, `$1<id root="${usedId}"/>`],
    ["an element of its own", "<statusCode code", "<priority>1</priority><statusCode code"],
    ["an agent without a name", /<agentPerson[^]*?<\/agentPerson>/, "<agentPerson/>"],
    [
      "no author",
      /<agentRef classCode="AGNT"><id root="[^"]*"\/><\/agentRef><\/author>/,
      "</author>",
    ],
  ] as const)("%s is read, item by item", async (_name, from, to) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    const result = await read(encode(changed));
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    const whole = await recordOf(sample);
    expect(result.record.consultations).toHaveLength(whole.consultations.length);
    const again = await write(result.record);
    expect(again.text.length).toBeGreaterThan(text.length * 0.9);
  });

  it("goes home with the id that was used twice", async () => {
    const id = usedId;
    const twice = text.replace(/(<NarrativeStatement[^>]*>)<id [^>]*>/, `$1<id root="${id}"/>`);
    const result = await read(encode(twice));
    expect(result.issues.some(({ code }) => code === "id-repeated")).toBe(true);
    const { text: home } = await write(await recordOf(encode(twice)));
    expect(home).toContain(`<NarrativeStatement classCode="OBS" moodCode="EVN"><id root="${id}"/>`);
  });

  it("names no value of the record in a message of an issue", async () => {
    const result = await read(sample);
    for (const { message } of result.issues) {
      expect(message).not.toMatch(/\d{3}/);
      expect(message).not.toContain("Sample");
    }
  });
});

describe("a record that was changed after it was read", () => {
  it("is written as it now is, and not as the source was", async () => {
    const record = await recordOf(sample);
    const issues = record.issues.map((issue) => ({
      ...issue,
      quantity: { value: "56", unit: "tablet" },
    }));
    const { text: home } = await write({ ...record, issues });
    const prescribed = /<ehrSupplyPrescribe.*?<\/ehrSupplyPrescribe>/s.exec(home)?.[0];
    expect(prescribed).toContain('value="56"');
    expect(prescribed).not.toContain('value="28"');
  });

  it("survives details somebody tampered with, and says that they are lost", async () => {
    const record = await recordOf(sample);
    const observations = record.observations.map((entry) => ({
      ...entry,
      supplierData: { "gp2gp-ehr-extract": { component: { statement: { code: "x", id: [] } } } },
    }));
    const { losses } = await write({ ...record, observations });
    expect(losses.filter(({ section }) => section === "observations")).toEqual(
      observations.map((_, index) => ({
        type: "dropped",
        record: `/observations/${index}/supplierData/gp2gp-ehr-extract`,
        section: "observations",
        reason: "invalid-in-target",
      })),
    );
  });
});

describe("writing", () => {
  it("is the same twice", async () => {
    const record = await recordOf(sample);
    expect((await write(record)).text).toBe((await write(record)).text);
  });

  it("takes the envelope from the options and reports what nobody supplied", async () => {
    const record = await recordOf(sample);
    const bare = { ...record, extraction: { format: "test-format" } };
    const missing = await write(bare);
    expect(missing.issues.filter(({ code }) => code === "envelope-missing")).toHaveLength(5);
    const options = {
      "gp2gp-ehr-extract": {
        senderAsid: "999000000011",
        receiverAsid: "999000000012",
        senderOds: "Z99991",
        receiverOds: "Z99992",
        requestId: "0F000000-0000-4000-8000-00000000FFFF",
      },
    };
    const supplied = await write(bare, testContext({ formatVersion: "UK07", options }));
    expect(supplied.issues.filter(({ code }) => code === "envelope-missing")).toEqual([]);
    expect(supplied.text).toContain("0F000000-0000-4000-8000-00000000FFFF");
  });

  it("refuses options that are not its own", async () => {
    const options = { "gp2gp-ehr-extract": { requestId: "not a UUID" } };
    const record = await recordOf(sample);
    await expect(write(record, testContext({ options }))).rejects.toThrow(AdapterMisuseError);
  });

  it("adapts to a receiver where asked, and reports each change", async () => {
    const record = await recordOf(sample);
    const plain = await write(record);
    expect(plain.issues.some(({ code }) => code === "receiver-adapted")).toBe(false);
    const flat = await write(
      record,
      testContext({ formatVersion: "UK07", receiver: receiverProfiles.tpp }),
    );
    expect(flat.text).not.toContain("<representedOrganization ");
    expect(flat.issues.some(({ code }) => code === "receiver-adapted")).toBe(true);
    const centred = await write(
      record,
      testContext({ formatVersion: "UK07", receiver: receiverProfiles.emis }),
    );
    expect(centred.text).not.toMatch(lowAlone);
  });

  it("keeps documents that came along and sends them with the message", async () => {
    const context = testContext({ formatVersion: "UK07" });
    const name = "0F000000-0000-4000-8000-000000000046_letter.txt";
    const [extract] = sourceOfBytes("extract.xml", sample).parts;
    const [letter] = sourceOfBytes(name, encode("Dear doctor")).parts;
    if (!extract || !letter) throw new Error("both are parts");
    const result = await gp2gpEhrExtract.read?.({ parts: [letter, extract] }, context);
    if (!result?.ok) throw new Error("the extract is read");
    expect(result.record.documents.some(({ content }) => content.state === "stored")).toBe(true);
    const written = await gp2gpEhrExtract.write?.(result.record, context);
    const sent = written?.ok
      ? written.artefact.parts.find((part) => part.name === name)
      : undefined;
    expect(sent && new TextDecoder().decode(await bytesOf(sent))).toBe("Dear doctor");
  });
});
