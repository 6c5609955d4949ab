import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { bytesOf } from "@gp2gp/core";
import type { Loss, PatientRecord, ReadResult, SupplierAdapterV1 } from "@gp2gp/core";
import type { LawName } from "../kit/law.ts";
import { testkitJsonAdapter as honest } from "./testkit-json-adapter.ts";

/** A sin of an adapter, and the law that must catch it. */
export interface Sin {
  readonly law: LawName;
  readonly name: string;
  /** Words of the finding that names it. */
  readonly found: RegExp;
  readonly adapter: SupplierAdapterV1;
}

const noLosses: readonly Loss[] = [];

/** The honest adapter with its results of reading changed. */
function reading(change: (result: ReadResult) => ReadResult): SupplierAdapterV1 {
  return {
    ...honest,
    async *readEach(source, context) {
      for await (const one of honest.readEach?.(source, context) ?? [])
        yield { ...one, result: change(one.result) };
    },
  };
}

/** The honest adapter that reads another record than the one that is there. */
function readingRecord(change: (record: PatientRecord) => PatientRecord): SupplierAdapterV1 {
  return reading((result) => (result.ok ? { ...result, record: change(result.record) } : result));
}

/** The honest adapter that writes another record than the one it is given. */
function writing(
  change: (record: PatientRecord) => PatientRecord,
  losses: readonly Loss[] = noLosses,
): SupplierAdapterV1 {
  return {
    ...honest,
    async write(record, context) {
      const result = await honest.write?.(change(record), context);
      return result?.ok ? { ...result, losses } : { ok: false, issues: [] };
    },
  };
}

/** The record with every observation changed. */
function observations(
  record: PatientRecord,
  change: (one: PatientRecord["observations"][number]) => PatientRecord["observations"][number],
): PatientRecord {
  return { ...record, observations: record.observations.map(change) };
}

const loss = (changes: Partial<Loss>): Loss => ({
  type: "dropped",
  record: "/patient/identifiers/0/value",
  section: "patient",
  reason: "no-place",
  ...changes,
});

/** What one call leaves behind for the next. */
let calls = 0;

const { registrations: _, ...fewerSections } = honest.coverage;

export const sins: readonly Sin[] = [
  {
    law: "identity",
    name: "bears the name of another supplier",
    found: /begin with the supplier/,
    adapter: { ...honest, supplier: "other" },
  },
  {
    law: "identity",
    name: "is in a file of another name",
    found: /source file is named/,
    adapter: { ...honest, id: "testkit-other" },
  },
  {
    law: "identity",
    name: "leaves a section out of its coverage",
    found: /every section/,
    adapter: { ...honest, coverage: fewerSections as SupplierAdapterV1["coverage"] },
  },
  {
    law: "identity",
    name: "does not say why it holds nothing of a section",
    found: /without a reason/,
    adapter: {
      ...honest,
      coverage: { ...honest.coverage, alerts: { read: "none", write: "none" } },
    },
  },
  {
    law: "detect",
    name: "does not know its own",
    found: /yes was expected/,
    adapter: { ...honest, detect: () => "no" },
  },
  {
    law: "detect",
    name: "knows everything",
    found: /no was expected/,
    adapter: { ...honest, detect: () => "yes" },
  },
  {
    law: "detect",
    name: "throws at odd heads",
    found: /throws/,
    adapter: {
      ...honest,
      detect: (peek) => {
        new TextDecoder("utf-8", { fatal: true }).decode(peek.parts[0]?.head);
        return honest.detect(peek);
      },
    },
  },
  {
    law: "golden",
    name: "reads another value than was agreed",
    found: /golden record.json .* is not what comes out/,
    adapter: readingRecord((record) => observations(record, (one) => ({ ...one, negated: true }))),
  },
  {
    law: "golden",
    name: "gives two entries one id",
    found: /same id/,
    adapter: readingRecord((record) => ({
      ...record,
      agents: record.agents.map((one) => ({ ...one, id: "1" })),
    })),
  },
  {
    law: "golden",
    name: "makes a record that is none",
    found: /record schema/,
    adapter: readingRecord((record) => ({
      ...record,
      patient: { ...record.patient, birthDate: "yesterday" },
    })),
  },
  {
    law: "same-twice",
    name: "makes ids of chance",
    found: /gives two results/,
    adapter: readingRecord((record) => ({
      ...record,
      extraction: { ...record.extraction, id: randomUUID() },
    })),
  },
  {
    law: "same-twice",
    name: "reads the clock",
    found: /looks at the machine/,
    adapter: readingRecord((record) => (Date.now() > 0 ? record : { ...record, alerts: [] })),
  },
  {
    law: "same-twice",
    name: "reads a file",
    found: /looks at the machine/,
    adapter: writing((record) =>
      readFileSync(import.meta.filename).length > 0 ? record : { ...record, alerts: [] },
    ),
  },
  {
    law: "same-twice",
    name: "keeps something between calls",
    found: /gives two results/,
    adapter: writing((record) => ({
      ...record,
      extraction: { ...record.extraction, id: String(calls++) },
    })),
  },
  {
    law: "nothing-vanishes",
    name: "forgets the unit of a number",
    found: /without any difference/,
    adapter: readingRecord((record) =>
      observations(record, (one) =>
        one.value?.kind === "quantity"
          ? {
              ...one,
              value: { ...one.value, quantity: { value: one.value.quantity.value ?? "0" } },
            }
          : one,
      ),
    ),
  },
  {
    law: "canonical",
    name: "writes nothing",
    found: /cannot be written/,
    adapter: { ...honest, write: () => Promise.resolve({ ok: false, issues: [] }) },
  },
  {
    law: "canonical",
    name: "writes other bytes than were agreed",
    found: /is not what comes out/,
    adapter: writing((record) => ({ ...record, documents: [], observations: [] })),
  },
  {
    law: "canonical",
    name: "reports a loss of nothing",
    found: /points at nothing/,
    adapter: writing((record) => record, [loss({ record: "/alerts/99/id", section: "alerts" })]),
  },
  {
    law: "canonical",
    name: "drops without a reason",
    found: /no reason/,
    adapter: writing((record) => record, [loss({})]),
  },
  {
    law: "canonical",
    name: "says degraded and not where",
    found: /where it is carried/,
    adapter: writing((record) => record, [loss({ type: "degraded" })]),
  },
  {
    law: "canonical",
    name: "takes the restriction off an entry",
    found: /without their restriction/,
    adapter: writing((record) => observations(record, (one) => ({ ...one, confidentiality: [] }))),
  },
  {
    law: "round-trip",
    name: "drops a dose without a word",
    found: /no loss says so/,
    adapter: writing((record) => ({
      ...record,
      authorisations: record.authorisations.map(({ quantity, ...one }) => one),
    })),
  },
  {
    law: "round-trip",
    name: "invents an entry",
    found: /no loss says so/,
    adapter: readingRecord((record) => ({
      ...record,
      narratives: [
        ...record.narratives,
        {
          id: "made-up",
          identifiers: [],
          order: 99,
          texts: [],
          participants: [],
          confidentiality: [],
          source: {},
        },
      ],
    })),
  },
  {
    law: "round-trip",
    name: "adds a line each time round",
    found: /not what was written first/,
    adapter: readingRecord((record) => ({
      ...record,
      residue: [...record.residue, ...record.residue.slice(0, 1)],
    })),
  },
  {
    law: "home",
    name: "rounds numbers",
    found: /another one after going home/,
    adapter: writing((record) =>
      observations(record, (one) =>
        one.value?.kind === "quantity" && one.value.quantity.value !== undefined
          ? {
              ...one,
              value: {
                ...one.value,
                quantity: {
                  ...one.value.quantity,
                  value: String(Number(one.value.quantity.value) + 1),
                },
              },
            }
          : one,
      ),
    ),
  },
  {
    law: "home",
    name: "says that its own facts are lost",
    found: /lost or only carried/,
    adapter: writing((record) => record, [loss({})]),
  },
  {
    law: "home",
    name: "forgets what the source called the artefact",
    found: /not at their places/,
    adapter: writing((record) => ({ ...record, extraction: { format: record.extraction.format } })),
  },
  {
    law: "bad-input",
    name: "throws at damage",
    found: /throws/,
    adapter: reading((result) => {
      if (!result.ok) throw new SyntaxError("unexpected token");
      return result;
    }),
  },
  {
    law: "bad-input",
    name: "makes a record of anything",
    found: /is read as one/,
    adapter: reading((result) =>
      result.ok ? result : { ok: true, issues: [], record: { ...emptyLike(), residue: [] } },
    ),
  },
  {
    law: "bad-input",
    name: "reads the first half of a source as the whole",
    found: /as if it were whole/,
    adapter: {
      ...reading((result) => result),
      async *readEach(source, context) {
        for await (const one of honest.readEach?.(source, context) ?? [])
          if (one.result.ok) yield one;
          else yield { result: { ok: true, issues: [], record: emptyLike() } };
      },
    },
  },
  {
    law: "bad-input",
    name: "gathers what has no end",
    found: /takes on/,
    adapter: {
      ...honest,
      async *readEach(source, context) {
        const parts = await Promise.all(source.parts.map((part) => bytesOf(part)));
        const text = Buffer.concat(parts);
        if (text.byteLength >= 0) yield* honest.readEach?.({ parts: [] }, context) ?? [];
      },
    },
  },
  {
    law: "bad-input",
    name: "does not hear that it is aborted",
    found: /does not reject/,
    adapter: {
      ...honest,
      readEach: (source, { signal, ...context }) => honest.readEach?.(source, context) ?? none(),
    },
  },
  {
    law: "privacy",
    name: "says the number of the patient",
    found: /holds a value/,
    adapter: reading((result) =>
      result.ok
        ? {
            ...result,
            issues: [
              {
                code: "seen",
                severity: "information",
                message: `Read ${result.record.patient.identifiers[0]?.value ?? ""}`,
              },
            ],
          }
        : result,
    ),
  },
  {
    law: "privacy",
    name: "says the options back",
    found: /holds a value/,
    adapter: {
      ...honest,
      write: (record, context) =>
        context.options
          ? Promise.reject(new Error(`not understood: ${JSON.stringify(context.options)}`))
          : (honest.write?.(record, context) ?? Promise.resolve({ ok: false, issues: [] })),
    },
  },
  {
    law: "privacy",
    name: "words a message anew each time",
    found: /more than one message/,
    adapter: reading((result) => ({
      ...result,
      issues: [
        { code: "seen", severity: "information", message: `Reading number ${String(calls++)}.` },
      ],
    })),
  },
  {
    law: "many-is-one",
    name: "does not keep to the patient asked for",
    found: /read otherwise alone/,
    adapter: {
      ...honest,
      readEach: (source, { only, ...context }) => honest.readEach?.(source, context) ?? none(),
    },
  },
  {
    law: "many-is-one",
    name: "lets one patient into the record of the next",
    found: /read otherwise alone/,
    adapter: {
      ...honest,
      async *readEach(source, context) {
        let before: PatientRecord | undefined;
        for await (const one of honest.readEach?.(source, context) ?? []) {
          const { result } = one;
          yield result.ok && before
            ? {
                ...one,
                result: {
                  ...result,
                  record: { ...result.record, alerts: before.alerts, agents: before.agents },
                },
              }
            : one;
          if (result.ok) before = result.record;
        }
      },
    },
  },
];

async function* none(): ReturnType<NonNullable<SupplierAdapterV1["readEach"]>> {
  await Promise.resolve();
}

function emptyLike(): PatientRecord {
  const sections = Object.keys(honest.coverage).map((section) => [section, []]);
  return {
    ...(Object.fromEntries(sections) as unknown as PatientRecord),
    patient: { identifiers: [] },
    extraction: { format: "testkit-json" },
  };
}
