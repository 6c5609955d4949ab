import { bytesOf, diffRecords, readRecords, sourceOfArtefact, writeRecord } from "@gp2gp/core";
import type {
  AdapterContext,
  Artefact,
  Loss,
  PatientRecord,
  RecordSection,
  SupplierAdapterV1,
  WriteContext,
} from "@gp2gp/core";
import { addTally, emptyTally } from "./matrix-types.ts";
import type { PairOutcome, Tally } from "./matrix-types.ts";
import { tallyLosses } from "./tally-losses.ts";

/** A record as it stands in a system: what its artefact says. */
interface Standing {
  readonly record: PatientRecord;
  readonly artefact: Artefact;
}

/**
 * Takes records from systems of one format to systems of every other and home again, and tells what each
 * pair keeps. A record first comes to the sending system, so that it says what such a system can say.
 */
export async function crossFrom(
  from: SupplierAdapterV1,
  targets: readonly SupplierAdapterV1[],
  records: readonly PatientRecord[],
  context: AdapterContext,
): Promise<PairOutcome[]> {
  const outcomes = targets.map((to) => new PairTally(from, to));
  for (const record of records) {
    const here = await settle(from, record, context);
    for (const outcome of outcomes) await outcome.add(here, context);
  }
  return outcomes.map((outcome) => outcome.result(records.length));
}

class PairTally {
  readonly #from: SupplierAdapterV1;
  readonly #to: SupplierAdapterV1;
  readonly #total = emptyTally();
  readonly #sections: Partial<Record<RecordSection, Tally>> = {};
  #unexplained = 0;
  #exact = 0;
  #whole = 0;
  #differences = 0;

  constructor(from: SupplierAdapterV1, to: SupplierAdapterV1) {
    this.#from = from;
    this.#to = to;
  }

  async add(here: Standing, context: AdapterContext): Promise<void> {
    const there = await written(this.#to, here.record, context);
    for (const [name, tally] of Object.entries(tallyLosses(here.record, there.losses))) {
      const section = name as RecordSection;
      addTally((this.#sections[section] ??= emptyTally()), tally);
      addTally(this.#total, tally);
      if (this.#to.coverage[section].note === undefined) this.#unexplained += tally.dropped;
    }
    const arrived = await readBack(this.#to, there.artefact, context);
    // Whom a record is about is known where it goes: an EHR Extract names the patient by number alone.
    const demographics = here.record.patient;
    const home = await written(this.#from, arrived, { ...context, demographics });
    if (await isSame(here.artefact, home.artefact)) {
      this.#exact += 1;
      this.#whole += 1;
      return;
    }
    const again = await readBack(this.#from, home.artefact, context);
    const differences = diffRecords(here.record, again).length;
    this.#differences += differences;
    if (differences === 0) this.#whole += 1;
  }

  result(records: number): PairOutcome {
    return {
      from: this.#from.id,
      to: this.#to.id,
      records,
      total: this.#total,
      sections: this.#sections,
      unexplained: this.#unexplained,
      home: { whole: this.#whole, exact: this.#exact, differences: this.#differences },
    };
  }
}

/** A record once a system of a format has it: written, read, and written again as it then stands. */
async function settle(
  adapter: SupplierAdapterV1,
  record: PatientRecord,
  context: AdapterContext,
): Promise<Standing> {
  const { artefact } = await written(adapter, record, context);
  const standing = await readBack(adapter, artefact, context);
  return { record: standing, artefact: (await written(adapter, standing, context)).artefact };
}

async function written(
  adapter: SupplierAdapterV1,
  record: PatientRecord,
  context: AdapterContext & Pick<WriteContext, "demographics">,
): Promise<{ readonly artefact: Artefact; readonly losses: readonly Loss[] }> {
  const result = await writeRecord(adapter, record, { ...context, confidential: "carry" });
  if (result.ok) return result;
  throw new Error(`${adapter.id} does not write: ${codesOf(result.issues)}`);
}

async function readBack(
  adapter: SupplierAdapterV1,
  artefact: Artefact,
  context: AdapterContext,
): Promise<PatientRecord> {
  for await (const { result } of readRecords(adapter, sourceOfArtefact(artefact), context)) {
    if (result.ok) return result.record;
    throw new Error(`${adapter.id} does not read its own: ${codesOf(result.issues)}`);
  }
  throw new Error(`${adapter.id} finds nobody in what it wrote.`);
}

const codesOf = (issues: readonly { readonly code: string }[]): string =>
  issues.map(({ code }) => code).join(", ");

async function isSame(left: Artefact, right: Artefact): Promise<boolean> {
  if (left.parts.length !== right.parts.length) return false;
  for (const [at, part] of left.parts.entries()) {
    const other = right.parts[at];
    if (other?.name !== part.name) return false;
    if (Buffer.compare(await bytesOf(part), await bytesOf(other)) !== 0) return false;
  }
  return true;
}
