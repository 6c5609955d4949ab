import { bytesOf } from "@gp2gp/core";
import type { PatientRecord, SupplierAdapterV1 } from "@gp2gp/core";
import { loss, observations, reading, readingRecord, writing } from "./bent-adapter.ts";
import type { Sin } from "./bent-adapter.ts";
import { testkitJsonAdapter as honest } from "./testkit-json-adapter.ts";

/** What one call leaves behind for the next. */
let calls = 0;

/** Sins against the laws of what is kept, refused, told and kept apart. */
export const sinsOfSubstance: readonly Sin[] = [
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
    found: /keeps \d+ MB/,
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
