import {
  emptyRecord,
  entrySections,
  extractionSchema,
  patientSchema,
  residueSchema,
  sectionSchemas,
} from "@gp2gp/core";
import type {
  AnyEntry,
  EntryOf,
  EntrySection,
  Extraction,
  Observation,
  Patient,
  PatientRecord,
  Residue,
} from "@gp2gp/core";
import fc from "fast-check";
import { syntheticNhsNumber } from "../values/synthetic-nhs-number.ts";
import { uuidOf } from "../values/uuid-of.ts";
import { arbitraryOfSchema } from "./arbitrary-of-schema.ts";
import { entryIds } from "./values.ts";

const entries = new Map<EntrySection, fc.Arbitrary<AnyEntry>>();

/**
 * Entries of a section with every member of its schema sometimes there, derived from the schema. Ids
 * and references are of a small set, so that references meet; documents are among those
 * `storeArbitraryDocuments` puts into a content store.
 */
export function arbitraryEntry<Section extends EntrySection>(
  section: Section,
): fc.Arbitrary<EntryOf<Section>> {
  let known = entries.get(section);
  if (!known) entries.set(section, (known = arbitraryOfSchema<AnyEntry>(sectionSchemas[section])));
  return known as fc.Arbitrary<unknown> as fc.Arbitrary<EntryOf<Section>>;
}

export interface ArbitraryRecordOptions {
  /** The sections entries are drawn from: all unless told. */
  readonly sections?: readonly EntrySection[];
  /** How many entries at most, no more than 12: 6 unless told. */
  readonly maxEntries?: number;
  /** Whether residue may be there: true unless told. */
  readonly residue?: boolean;
}

/**
 * Small records of arbitrary entries. Ids are unique; a consultation an entry names is there, and what
 * it stands within is a group or report of the same consultation, before it; other references may lead nowhere.
 */
export function arbitraryRecord(options: ArbitraryRecordOptions = {}): fc.Arbitrary<PatientRecord> {
  const { sections = entrySections, maxEntries = 6, residue = true } = options;
  if (maxEntries > entryIds.length)
    throw new RangeError(`maxEntries can be at most ${String(entryIds.length)}`);
  const placed = fc.oneof(
    ...sections.map((section) =>
      arbitraryEntry(section).map((entry) => ({ section, entry: entry as AnyEntry })),
    ),
  );
  return fc
    .record({
      patient: arbitraryPatient,
      extraction: arbitraryExtraction,
      placed: fc.array(placed, { maxLength: maxEntries }),
      residue: residue ? fc.array(arbitraryResidue, { maxLength: 1 }) : fc.constant<Residue[]>([]),
    })
    .map(assembled);
}

const arbitraryPatient = fc
  .tuple(
    arbitraryOfSchema<Patient>(patientSchema),
    fc.integer({ min: 0, max: 9_999 }).map(syntheticNhsNumber),
  )
  .map(([patient, value]): Patient => {
    const others = patient.identifiers.filter(({ system }) => !system.includes("n"));
    return { ...patient, identifiers: [{ system: "nhs-number", value }, ...others] };
  });
const arbitraryExtraction = arbitraryOfSchema<Extraction>(extractionSchema);
const arbitraryResidue = arbitraryOfSchema<Residue>(residueSchema);

interface Parts {
  readonly patient: Patient;
  readonly extraction: Extraction;
  readonly placed: readonly { readonly section: EntrySection; readonly entry: AnyEntry }[];
  readonly residue: readonly Residue[];
}

/** Sections whose entries stand by themselves. */
const standalone = new Set<EntrySection>(["registrations", "agents", "contacts", "consultations"]);
const holders = new Set<EntrySection>(["groups", "testReports"]);

function assembled({ patient, extraction, placed, residue }: Parts): PatientRecord {
  const record = { ...emptyRecord(patient, extraction), residue: [...residue] };
  const named = placed.map(({ section, entry }, index) => ({
    section,
    entry: { ...entry, id: entryIds[index] ?? uuidOf(String(index)) },
  }));
  const consultations = new Set(
    named.flatMap(({ section, entry }) => (section === "consultations" ? [entry.id] : [])),
  );
  const parents = new Map<string, string | undefined>();
  const orders = new Map<string, number>();
  for (const { section, entry } of named) {
    const { consultation, within, ...rest } = entry;
    const place: { consultation?: string; within?: string } = {};
    if (!standalone.has(section)) {
      if (within !== undefined && parents.has(within)) {
        place.within = within;
        const around = parents.get(within);
        if (around !== undefined) place.consultation = around;
      } else if (consultation !== undefined && consultations.has(consultation))
        place.consultation = consultation;
    }
    if (holders.has(section)) parents.set(entry.id, place.consultation);
    const parent = place.within ?? place.consultation ?? "";
    const order = orders.get(parent) ?? 0;
    orders.set(parent, order + 1);
    const whole = { ...rest, ...place, order };
    (record[section] as unknown[]).push(
      section === "observations" ? withOwnComponents(whole as Observation) : whole,
    );
  }
  return record;
}

/** Components have ids of their own and stand in their observation. */
function withOwnComponents(observation: Observation): Observation {
  const { components, ...rest } = observation;
  if (!components) return observation;
  return {
    ...rest,
    components: components.map(({ consultation, within, ...component }, order) => ({
      ...component,
      id: uuidOf(`component ${String(order)} of ${observation.id}`),
      order,
    })),
  };
}
