import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { emisOpenAdapter } from "@gp2gp/adapter-emis";
import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { tppClientXmlAdapter } from "@gp2gp/adapter-tpp";
import { readRecords, withDemographics } from "@gp2gp/core";
import type { Loss, PatientRecord, Source, SupplierAdapterV1 } from "@gp2gp/core";
import { LocalContentStore, nodeContext, openSource } from "@gp2gp/files";
import { XsdSchema } from "@gp2gp/xsd";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "./repository.ts";
import { gp2gp } from "./testing/gp2gp.ts";
import type { CommandRun } from "./testing/gp2gp.ts";
import { unreportedLosses, unreportedText } from "./testing/unreported-losses.ts";
import { withoutCarriedText } from "./testing/without-carried-text.ts";

const shared = process.env["GP2GP_SHARED"] ?? join(repository, "..", "shared");
const extracts = join(shared, "corpus", "ehr-extracts");
const emisSample = join(shared, "corpus", "emis-open", "patient-record.xml");
const work = mkdtempSync(join(tmpdir(), "gp2gp-corpus-"));
const content = join(work, "content");
const demographicsPath = join(work, "demographics.json");

const schemas = {
  "emis-open": "emis-open/EomMedicalRecord38.xsd",
  "tpp-client-xml": "tpp/TppPatientRecord.xsd",
  "gp2gp-ehr-extract": "mim/schema/RCMR_IN030000UK06.xsd",
} as const;
const adapters: Readonly<Record<keyof typeof schemas, SupplierAdapterV1>> = {
  "emis-open": emisOpenAdapter,
  "tpp-client-xml": tppClientXmlAdapter,
  "gp2gp-ehr-extract": gp2gpEhrExtract,
};
const targets = Object.keys(schemas) as readonly (keyof typeof schemas)[];

/** What no extract says of the registration and TPP demands. */
const further: Readonly<Record<string, readonly string[]>> = {
  "tpp-client-xml": ["--option", "careStartDate=2001-01-01", "--option", "registrationType=GMS"],
};

interface Report {
  readonly from: string;
  readonly to: string;
  readonly patients: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly out: string;
    readonly files: readonly { readonly path: string }[];
  }[];
  readonly losses: readonly (Loss & { readonly patient: string })[];
}

interface Conversion {
  readonly run: CommandRun;
  readonly report: Report;
}

/** What no extract says of its patient and the supplier formats demand. Nobody's. */
function demographicsOf({ patient: { identifiers } }: PatientRecord) {
  const numbered = identifiers.some(({ system }) => system === "nhs-number");
  return {
    identifiers: [
      ...identifiers,
      ...(numbered ? [] : [{ system: "nhs-number", value: "9990000018" }]),
    ],
    names: [{ prefixes: ["Ms"], given: ["Testa"], family: ["Corpus"] }],
    birthDate: "1960-05-12",
    sex: "female" as const,
    addresses: [{ houseNumber: "1", street: "Example Street", town: "Leeds", postcode: "LS1 1AA" }],
  };
}

function convert(input: string, target: string): Conversion {
  const out = join(work, `${target}-of-${relative(shared, input).replaceAll("/", "-")}`);
  const report = `${out}.report.json`;
  const run = gp2gp(
    ...["convert", input, "--to", target, "--out", out, "--report", report],
    ...["--demographics", demographicsPath, "--content", content],
    ...(further[target] ?? []),
  );
  return { run, report: JSON.parse(readFileSync(report, "utf8")) as Report };
}

async function recordOf(adapter: SupplierAdapterV1, source: Source): Promise<PatientRecord> {
  const store = await LocalContentStore.open(content);
  for await (const { result } of readRecords(adapter, source, nodeContext({ content: store }))) {
    if (result.ok) return result.record;
    throw new Error(`not read: ${result.issues.map(({ code }) => code).join(", ")}`);
  }
  throw new Error("nobody in it");
}

/** TPP demands a type of registration where a record has a registration that names none. */
const nobodySupplied = /^Element 'Demographics': Missing child element\(s\)/;

/** What a conversion must hold to: valid output, and nothing lost in silence. */
async function expectComplete(
  original: PatientRecord,
  { report }: Conversion,
  { name, target }: { readonly name: string; readonly target: keyof typeof schemas },
): Promise<void> {
  const patient = report.patients.find((one) => one.name === name);
  expect(patient).toMatchObject({ ok: true });
  const [main] = patient?.files ?? [];
  if (!main) throw new Error("nothing was written");
  using schema = XsdSchema.load(join(shared, "schemas", schemas[target]));
  const findings = schema.validate(readFileSync(main.path)).map(({ message }) => message);
  expect(findings.filter((message) => !nobodySupplied.test(message))).toEqual([]);

  const record = {
    ...original,
    patient: withDemographics(original.patient, demographicsOf(original)) ?? original.patient,
  };
  const losses = report.losses.filter((loss) => loss.patient === name);
  await using written = await openSource(
    main.path === patient?.out ? main.path : dirname(main.path),
  );
  const parts = written.parts.toSorted(
    (a, b) => Number(main.path.endsWith(b.name)) - Number(main.path.endsWith(a.name)),
  );
  const reread = await recordOf(adapters[target], { parts });
  expect(unreportedLosses(record, reread, losses).slice(0, 10)).toEqual([]);
  const bare = [
    await recordOf(adapters[target], await withoutCarriedText({ parts }, "ids")),
    await recordOf(adapters[target], await withoutCarriedText({ parts }, "ids-and-sections")),
  ];
  expect(unreportedText(record, bare, losses).slice(0, 10)).toEqual([]);
}

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.skipIf(!existsSync(extracts))(
  "real extracts, converted (skipped where the shared corpus is absent)",
  () => {
    const files = globSync(join(extracts, "*", "*.xml")).toSorted();
    const names = files.map((file) => relative(extracts, file));
    const records = new Map<string, PatientRecord>();
    const conversions = new Map<string, Conversion>();

    beforeAll(async () => {
      for (const file of files) {
        await using source = await openSource(file);
        records.set(relative(extracts, file), await recordOf(gp2gpEhrExtract, source));
      }
      writeFileSync(demographicsPath, JSON.stringify([...records.values()].map(demographicsOf)));
    }, 300_000);

    it("are all there", () => {
      expect(files).toHaveLength(21);
    });

    describe.each(targets)("to %s", (target) => {
      beforeAll(() => {
        conversions.set(target, convert(extracts, target));
      }, 300_000);

      it("are all converted by one command", () => {
        const conversion = conversions.get(target);
        expect(conversion?.run).toMatchObject({ exitCode: 0, failures: [] });
        expect(conversion?.report).toMatchObject({ from: "gp2gp-ehr-extract", to: target });
        expect(conversion?.report.patients.map(({ name }) => name)).toEqual(names);
      });

      it.each(names)("%s: valid, and every fact there or reported", async (name) => {
        const conversion = conversions.get(target);
        const record = records.get(name);
        if (!conversion || !record) throw new Error("not converted");
        await expectComplete(record, conversion, { name, target });
      });
    });
  },
);

describe.skipIf(!existsSync(emisSample))(
  "the EMIS Open sample, converted (skipped where the shared corpus is absent)",
  () => {
    it.each(["tpp-client-xml", "gp2gp-ehr-extract"] as const)(
      "to %s: valid, and every fact there or reported",
      async (target) => {
        await using source = await openSource(emisSample);
        const record = await recordOf(emisOpenAdapter, source);
        writeFileSync(demographicsPath, JSON.stringify(demographicsOf(record)));
        const conversion = convert(emisSample, target);
        expect(conversion.run).toMatchObject({ exitCode: 0, failures: [] });
        await expectComplete(record, conversion, { name: "patient-record.xml", target });
      },
      120_000,
    );
  },
);
