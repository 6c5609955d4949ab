import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SupplierAdapterV1 } from "@gp2gp/core";
import { observations, readingRecord, writing } from "./bent-adapter.ts";
import type { Sin } from "./bent-adapter.ts";
import { testkitJsonAdapter as honest } from "./testkit-json-adapter.ts";

/** What one call leaves behind for the next. */
let calls = 0;

const { registrations: _, ...fewerSections } = honest.coverage;

/** Sins against the laws of identity, detection, goldens and sameness. */
export const sinsOfForm: readonly Sin[] = [
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
];
