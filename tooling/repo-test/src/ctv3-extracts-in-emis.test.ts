import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { degradeKindOf, entrySections, patientRecordSchema } from "@gp2gp/core";
import type { AnyEntry, Loss, Observation, PatientRecord } from "@gp2gp/core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { repository } from "./repository.ts";
import { gp2gp } from "./testing/gp2gp.ts";
import { harvestedPairs, hasPairs } from "./testing/harvested-pairs.ts";
import { tablesOfPairs } from "./testing/pair-packs.ts";
import { codesInEmisOpen, codesInExtract } from "./testing/xml-codes.ts";
import type { EmisCode } from "./testing/xml-codes.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

const shared = process.env["GP2GP_SHARED"] ?? join(repository, "..", "shared");
const corpus = join(shared, "corpus", "ehr-extracts", "tpp");
const work = mkdtempSync(join(tmpdir(), "gp2gp-codes-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Extracts as SystmOne sent them, and as they are where it sends its own code alone. */
const variants = {
  "with SystmOne's translations": (xml: string) => xml,
  "with CTV3 alone": (xml: string) => xml.replaceAll(/<translation\b[^>]*\/>/g, ""),
};

/** How many coded entries EMIS is shown in Read v2, in SNOMED CT and as stand-ins. */
const holdings: Readonly<
  Record<string, Record<string, { read: number; snomed: number; degraded: number }>>
> = {
  "TppAllergies.xml": {
    "with SystmOne's translations": { read: 20, snomed: 7, degraded: 2 },
    "with CTV3 alone": { read: 20, snomed: 0, degraded: 9 },
  },
  "TppConsultations.xml": {
    "with SystmOne's translations": { read: 101, snomed: 23, degraded: 7 },
    "with CTV3 alone": { read: 101, snomed: 0, degraded: 30 },
  },
  "TppImms.xml": {
    "with SystmOne's translations": { read: 27, snomed: 6, degraded: 20 },
    "with CTV3 alone": { read: 27, snomed: 0, degraded: 26 },
  },
  "TppProblems.xml": {
    "with SystmOne's translations": { read: 58, snomed: 39, degraded: 11 },
    "with CTV3 alone": { read: 58, snomed: 2, degraded: 48 },
  },
};

interface Report {
  readonly losses: readonly (Loss & { readonly patient: string })[];
}

/** Runs a command that must succeed. */
function run(...args: readonly string[]): string {
  const { exitCode, stdout, failures } = gp2gp(...args);
  expect({ exitCode, failures }).toEqual({ exitCode: 0, failures: [] });
  return stdout;
}

/** The entries that are coded, measurements of a composite among them. */
function codedEntries(record: PatientRecord): AnyEntry[] {
  const measurements = record.observations.flatMap(
    ({ components = [] }: Observation) => components,
  );
  return [
    ...entrySections.flatMap((section): readonly AnyEntry[] => record[section]),
    ...measurements,
  ];
}

describe.skipIf(!hasPairs || !existsSync(corpus))(
  "SystmOne's extracts in EMIS, by a release of the harvested pairs (skipped where the shared data is absent)",
  () => {
    const pack = join(work, "pairs.gpt1");
    const pairs = hasPairs ? harvestedPairs("ctv3-read2") : [];
    const readCodes = new Map(pairs.map(({ source, target }) => [source.code, target.code]));
    const files = globSync(join(corpus, "*.xml")).toSorted();

    beforeAll(() => {
      const release = join(work, "release");
      for (const { name, text } of tablesOfPairs(pairs)) {
        mkdirSync(dirname(join(release, name)), { recursive: true });
        writeFileSync(join(release, name), text);
      }
      run("terminology", "build", "--from", release, "--out", pack);
    });

    it("are all there", () => {
      expect(files.map((file) => basename(file))).toEqual([
        "TppAllergies.xml",
        "TppConsultations.xml",
        "TppImms.xml",
        "TppProblems.xml",
      ]);
    });

    describe.each(Object.entries(variants))("%s", (variant, change) => {
      const at = (...names: readonly string[]) =>
        join(work, variant.replaceAll(/\W+/g, "-"), ...names);
      let losses: Report["losses"] = [];

      beforeAll(() => {
        mkdirSync(at("sent"), { recursive: true });
        for (const file of files)
          writeFileSync(at("sent", basename(file)), change(readFileSync(file, "utf8")));
        for (const [from, to, format] of [
          ["sent", "in-emis", "emis-open"],
          ["in-emis", "sent-on", "gp2gp-ehr-extract"],
        ] as const) {
          const report = at(`${to}.json`);
          run(
            ...["convert", at(from), "--to", format, "--out", at(to), "--report", report],
            ...["--pack", pack, "--content", join(work, "content")],
          );
          if (to === "in-emis") ({ losses } = JSON.parse(readFileSync(report, "utf8")) as Report);
        }
      });

      const xmlOf = (folder: string, file: string): string => {
        const [path = ""] = globSync(at(folder, `${basename(file, ".xml")}*`, "*.xml"));
        return readFileSync(path, "utf8");
      };
      const recordOf = (file: string): PatientRecord =>
        patientRecordSchema.parse(JSON.parse(run("inspect", at("sent", basename(file)), "--json")));

      it.each(files.map((file) => basename(file)))(
        "%s: Read v2 wherever there is a pair, SNOMED CT where it was sent, else the stand-in",
        async (file) => {
          const shown = await codesInEmisOpen(xmlOf("in-emis", file));
          const counts = { sent: 0, mapped: 0, snomed: 0, degraded: 0 };
          for (const { id, concept } of codedEntries(recordOf(file))) {
            const code = shown.get(id.toUpperCase());
            if (!code || !concept || concept.codings.length === 0) continue;
            const [way, expected] = expectedCode(concept.codings, readCodes);
            expect({ id, ...code }).toMatchObject({ id, ...expected });
            counts[way] += 1;
          }
          const translated = losses.filter(
            ({ type, patient }) => type === "translated" && patient === file,
          );
          expect(translated).toHaveLength(counts.mapped);
          for (const { from, to, assured } of translated) {
            expect(to?.code).toBe(readCodes.get(from?.code ?? ""));
            expect(to?.map).toMatchObject({ set: "ctv3rctmap", release: "20200401" });
            expect(assured).toBe(true);
          }
          const { read, snomed, degraded } = holdings[file]?.[variant] ?? {};
          const isAlone = variant === "with CTV3 alone";
          expect(counts).toEqual({
            sent: isAlone ? 0 : read,
            mapped: isAlone ? read : 0,
            snomed,
            degraded,
          });
        },
      );

      it.each(files.map((file) => basename(file)))(
        "%s: has its own codes when it is sent on",
        async (file) => {
          const sent = await codesInExtract(readFileSync(at("sent", file), "utf8"));
          const sentOn = await codesInExtract(xmlOf("sent-on", file));
          const others = [...sent].filter(([id, code]) => sentOn.get(id) !== code);
          // Not an entry's: the scope of the message, and the category around an allergy, which is made anew.
          expect(
            others.filter(([, code]) => !/code="(?:37241000000102|14L\.\.00|SN53\.00)"/.test(code)),
          ).toEqual([]);
          expect(sent.size - others.length).toBeGreaterThan(50);
        },
      );
    });
  },
);

type Way = "sent" | "mapped" | "snomed" | "degraded";

/** What EMIS should be shown for codings, and why. */
function expectedCode(
  codings: NonNullable<AnyEntry["concept"]>["codings"],
  readCodes: ReadonlyMap<string, string>,
): readonly [Way, Partial<EmisCode> | object] {
  const own = codings.filter(({ system, code }) => degradeKindOf(system, code) === undefined);
  const of = (system: string) => own.find((coding) => coding.system === system)?.code;
  const [sent, ctv3, snomed] = [of("read-v2"), of("ctv3"), of("snomed")];
  if (sent !== undefined) return ["sent", { scheme: "READ2", code: sent }];
  const pair = ctv3 === undefined ? undefined : readCodes.get(ctv3);
  if (pair !== undefined) return ["mapped", { scheme: "READ2", code: pair }];
  if (snomed !== undefined) return ["snomed", { scheme: "SNOMED", code: snomed }];
  return ["degraded", { scheme: "READ2", code: expect.stringMatching(/^9bJ/) }];
}
