import {
  arbitraryRecord,
  generateRecord,
  storeArbitraryDocuments,
  storeGeneratedDocuments,
  testContext,
} from "@gp2gp/adapter-testkit";
import {
  bytesOf,
  entrySections,
  findWithheld,
  isConfidential,
  newEntry,
  sourceOfArtefact,
} from "@gp2gp/core";
import type { AnyEntry, EntrySection, PatientRecord, WriteContext } from "@gp2gp/core";
import { isXmlElement, parseXml } from "@gp2gp/xml";
import type { XmlElement } from "@gp2gp/xml";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gp2gpEhrExtract } from "../index.ts";
import { notForPatient } from "../testing/edit-record.ts";
import {
  errorsIn,
  idOf,
  narrative,
  readSmall,
  recordWith,
  smallExtract,
  writeSmall,
} from "../testing/small-extract.ts";

/** Every `step`th entry of each section made confidential, and the words of each entry marked with a word of its own. */
function withConfidential(record: PatientRecord, step: number): PatientRecord {
  const changed: Record<string, unknown> = { ...record };
  for (const section of entrySections)
    if (section !== "agents")
      changed[section] = record[section].map((entry: AnyEntry, at) => ({
        ...(withWord(entry, wordOf(section, at)) as AnyEntry),
        confidentiality: at % step === 0 ? [notForPatient] : [],
      }));
  return changed as unknown as PatientRecord;
}

const wordOf = (section: EntrySection, at: number): string => `${section}-${at}-secret`;

/** An entry with a word after whatever it says in words. */
function withWord(value: unknown, word: string): unknown {
  if (typeof value === "string") return /\S \S/.test(value) ? `${value} ${word}` : value;
  if (Array.isArray(value)) return value.map((item) => withWord(item, word));
  if (typeof value !== "object" || value === null) return value;
  const kept = new Set(["source", "supplierData", "content"]);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, kept.has(key) ? item : withWord(item, word)]),
  );
}

/** The words of some entries. */
const secretsOf = (
  record: PatientRecord,
  isSecret: (section: EntrySection, entry: AnyEntry) => boolean,
): ReadonlySet<string> =>
  new Set(
    entrySections
      .filter((section) => section !== "agents")
      .flatMap((section) =>
        record[section].flatMap((entry, at) =>
          isSecret(section, entry) ? wordOf(section, at) : [],
        ),
      ),
  );

/** The values of a message that say a secret, each with whether it stands in something marked as confidential. */
function tellings(root: XmlElement, secrets: ReadonlySet<string>) {
  const found: { readonly value: string; readonly marked: boolean }[] = [];
  const visit = (node: XmlElement, around: boolean): void => {
    const elements = node.children.filter(isXmlElement);
    const marked = around || elements.some(isMark);
    const texts = node.children.flatMap((child) => (isXmlElement(child) ? [] : (child.text ?? [])));
    for (const value of [...texts, ...node.attributes.map((one) => one.value)])
      for (const [word] of value.matchAll(/\w+-\d+-secret/g))
        if (secrets.has(word)) found.push({ value, marked });
    for (const child of elements) visit(child, marked);
  };
  visit(root, false);
  return found;
}

const isMark = ({ local, attributes }: XmlElement): boolean =>
  local === "confidentialityCode" && attributes.some(({ value }) => value === "NOPAT");

async function writeIt(record: PatientRecord, context: WriteContext) {
  const written = await gp2gpEhrExtract.write?.(record, context);
  const [part] = written?.ok ? written.artefact.parts : [];
  if (!written?.ok || !part) throw new Error("every record is written");
  const bytes = await bytesOf(part);
  const { root } = await parseXml(bytes);
  return { written, root };
}

/** Lives with every rare case, and records nobody would think of. */
async function records(context: WriteContext): Promise<PatientRecord[]> {
  const lives = [1, 2].map((seed) => generateRecord({ seed, years: 40 }));
  for (const life of lives) await storeGeneratedDocuments(life, context.content);
  await storeArbitraryDocuments(context.content);
  return [...lives, ...fc.sample(arbitraryRecord(), { numRuns: 60, seed: 3 })];
}

describe("records of which much is confidential", () => {
  it("are left out of UK06 whole: nothing written tells of them", async () => {
    const context = testContext({ formatVersion: "UK06", confidential: "withhold" });
    let words = 0;
    for (const record of await records(context))
      for (const step of [2, 3]) {
        const confidential = withConfidential(record, step);
        const { withheld } = findWithheld(confidential);
        const { root, written } = await writeIt(confidential, context);
        expect(await errorsIn(written.artefact)).toEqual([]);
        const secrets = secretsOf(confidential, (_, { id }) => withheld.has(id));
        expect(tellings(root, secrets)).toEqual([]);
        words += secrets.size;
      }
    expect(words).toBeGreaterThan(1000);
  });

  it("are marked in UK07, wherever their facts stand, and again when the message is read and written", async () => {
    const context = testContext({ formatVersion: "UK07" });
    for (const record of await records(context))
      for (const step of [2, 3]) {
        const confidential = withConfidential(record, step);
        const secrets = secretsOf(confidential, isConfidential);
        const { root, written } = await writeIt(confidential, context);
        expect(tellings(root, secrets).filter(({ marked }) => !marked)).toEqual([]);
        expect(await errorsIn(written.artefact)).toEqual([]);
        const back = await gp2gpEhrExtract.read?.(sourceOfArtefact(written.artefact), context);
        if (!back?.ok) throw new Error("every message is read");
        const again = await writeIt(back.record, context);
        expect(tellings(again.root, secrets).filter(({ marked }) => !marked)).toEqual([]);
      }
  });

  it("have supplies of one statement in two, where the patient may see one and not the other", async () => {
    const supply = { statement: idOf(10), dosages: ["One daily"] } as const;
    const record = recordWith(({ authorisations, issues }) => {
      authorisations.push({
        ...newEntry(idOf(11), 0, {}),
        ...supply,
        kind: "repeat",
      });
      issues.push({ ...newEntry(idOf(12), 0, {}), ...supply, confidentiality: [notForPatient] });
    });
    const { xml, errors, record: back } = await writeSmall(record);
    const statements = xml.split("<MedicationStatement").slice(1);
    expect(statements.map((one) => one.includes("NOPAT"))).toEqual([false, true]);
    expect(errors).toEqual([]);
    expect(back.authorisations).toMatchObject([{ statement: idOf(10), confidentiality: [] }]);
    expect(back.issues).toMatchObject([
      { statement: idOf(10), confidentiality: [{ codings: [{ code: "NOPAT" }] }] },
    ]);
  });

  it("are carried by UK06 in words where the operator chose so, whatever the source had them marked with", async () => {
    const mark = `<confidentialityCode code="R" codeSystem="2.16.840.1.113883.5.25"/>`;
    const words = narrative(10, "Words").replace(/(<availabilityTime [^>]*>)/, `$1${mark}`);
    const { record } = await readSmall(smallExtract([words]));
    const {
      xml,
      issues,
      record: back,
    } = await writeSmall(record, {
      version: "UK06",
      confidential: "carry",
    });
    expect(xml).not.toContain("confidentialityCode");
    expect(issues).toContain("confidential-carried");
    expect(back.narratives[0]?.confidentiality).toEqual(record.narratives[0]?.confidentiality);
  });
});
