import { testContext } from "@gp2gp/adapter-testkit";
import { codeMappedLine, newEntry, withCarriedText } from "@gp2gp/core";
import type { Coding, Observation, TerminologyV1 } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { gp2gpEhrExtract, receiverProfiles } from "../index.ts";
import {
  idOf,
  narrative,
  observation,
  readSmall,
  recordWith,
  smallExtract,
  writeSmall,
} from "../testing/small-extract.ts";

const ctv3 = (code: string, display: string): Coding => ({
  system: "ctv3",
  code,
  display,
  asserted: "source",
});

/** Every CTV3 code leads to the Read v2 code of the same letters, assured; SNOMED CT has none. */
const sameLetters: TerminologyV1 = {
  specificationVersion: "v1",
  translate: ({ coded, targets }) => {
    const from = coded.codings.findIndex(({ system }) => system === "ctv3");
    const source = coded.codings[from];
    if (!source || !targets.includes("read-v2")) return { outcome: "no-map", reason: "no-map" };
    const map = { set: "test", release: "1", method: "code-only", assured: true } as const;
    const coding = {
      system: "read-v2",
      code: `${source.code}00`,
      asserted: "mapped",
      map,
    } as const;
    return { outcome: "mapped", coding, from };
  },
};

const pressure: Observation = {
  ...newEntry(idOf(10), 0, {}),
  concept: { codings: [ctv3("246..", "Blood pressure")] },
  components: [
    { ...newEntry(idOf(11), 0, {}), concept: { codings: [ctv3("2469.", "Systolic")] } },
    { ...newEntry(idOf(12), 1, {}), concept: { codings: [ctv3("246A.", "Diastolic")] } },
  ],
};

describe("the codes of a message", () => {
  it("are those recorded; a receiver that knows others gets a translation beside, which is reported", async () => {
    const record = recordWith(({ observations, issues }) => {
      observations.push(pressure);
      issues.push({
        ...newEntry(idOf(13), 1, {}),
        concept: { codings: [ctv3("x01Uk", "Aspirin")] },
        statement: idOf(13),
        dosages: [],
      });
    });
    const terminology = sameLetters;
    const plain = await writeSmall(record, { terminology });
    expect(plain.xml).not.toContain("<translation");
    expect(plain.losses.filter(({ type }) => type === "translated")).toEqual([]);

    const adapted = await writeSmall(record, { terminology, receiver: receiverProfiles.emis });
    for (const code of ["246..", "2469.", "246A.", "x01Uk"])
      expect(adapted.xml).toMatch(
        new RegExp(
          `code="${code}"[^>]*><translation code="${code}00" codeSystem="2.16.840.1.113883.2.1.6.2" updateMode="added"/>`,
        ),
      );
    expect(adapted.losses.filter(({ type }) => type === "translated")).toMatchObject(
      [
        "/observations/0",
        "/observations/0/components/0",
        "/observations/0/components/1",
        "/issues/0",
      ].map((pointer) => ({
        record: `${pointer}/concept`,
        to: { system: "read-v2" },
        assured: true,
      })),
    );
    expect(adapted.issues).toContain("receiver-adapted");
    expect(adapted.errors).toEqual([]);
  });

  it("stay as they are where the receiver understands them", async () => {
    const record = recordWith(({ observations }) => observations.push(pressure));
    const { xml, losses } = await writeSmall(record, {
      terminology: sameLetters,
      receiver: receiverProfiles.tpp,
    });
    expect(xml).not.toContain("<translation");
    expect(losses.filter(({ type }) => type === "translated")).toEqual([]);
  });

  it("are mapped ones where the text says so, and the code carried in it is the one recorded", async () => {
    const words = withCarriedText("Seen", [
      '[Code 1: Read v2 G33..00 "Angina pectoris"]',
      codeMappedLine(undefined),
    ])
      .replaceAll("\n", "&#10;")
      .replaceAll('"', "&quot;");
    const code = `<code code="194828000" codeSystem="2.16.840.1.113883.2.1.3.2.4.15"/>`;
    const note = `<pertinentInformation typeCode="PERT"><sequenceNumber value="1"/><pertinentAnnotation classCode="OBS" moodCode="EVN"><text>${words}</text></pertinentAnnotation></pertinentInformation>`;
    const { record } = await readSmall(
      smallExtract([observation(10, code, note), narrative(11, "Only words")]),
    );
    const [entry] = record.observations;
    expect(entry?.texts).toMatchObject([{ text: "Seen" }]);
    expect(entry?.concept?.codings).toEqual([
      { system: "read-v2", code: "G33..00", display: "Angina pectoris", asserted: "source" },
      { system: "snomed", code: "194828000", asserted: "mapped" },
    ]);
    const written = await gp2gpEhrExtract.write?.(record, testContext());
    expect(written?.ok).toBe(true);
  });
});
