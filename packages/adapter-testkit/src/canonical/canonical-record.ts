import { emptyRecord, newEntry, roleCoded } from "@gp2gp/core";
import type { EntryId, PatientRecord, PatientRecordDraft } from "@gp2gp/core";
import { syntheticNhsNumber } from "../values/synthetic-nhs-number.ts";
import { uuidOf } from "../values/uuid-of.ts";

/** One clinical situation as the smallest record that has it. Every adapter must write every one of them. */
export interface CanonicalRecord {
  /** Names its golden folder. */
  readonly name: string;
  /** What happened to the patient, in one line. */
  readonly situation: string;
  /** What a writer and a reader must not get wrong about it. */
  readonly rule: string;
  readonly record: PatientRecord;
  /** The bytes of its stored documents. */
  readonly documents: readonly Uint8Array[];
}

export interface Situation {
  readonly name: string;
  readonly situation: string;
  readonly rule: string;
  readonly documents?: readonly Uint8Array[];
  /** Writes the situation into the record that has a practice, a GP and one consultation. */
  readonly tell: (sheet: Sheet) => void;
}

type Fresh = ReturnType<typeof newEntry>;

/** The record of a situation while it is written, with ids made of the labels of its entries. */
export class Sheet {
  readonly record: PatientRecordDraft;
  /** The date of the consultation, which most entries share. */
  readonly day = "2011-03-14";
  readonly #name: string;
  readonly #orders = new Map<string, number>();

  constructor(name: string, place: number) {
    this.#name = name;
    this.record = emptyRecord(
      { identifiers: [{ system: "nhs-number", value: syntheticNhsNumber(100 + place * 10) }] },
      { format: "testkit-canonical" },
    );
    this.record.agents.push(
      { ...this.alone("practice"), kind: "organisation", name: "Specimen Street Surgery" },
      {
        ...this.alone("gp"),
        kind: "person",
        person: { prefixes: ["Dr"], given: ["Sample"], family: ["Testworthy"] },
        represents: this.id("practice"),
      },
    );
    this.record.consultations.push({
      ...this.alone("consultation"),
      concept: { text: "Seen at the surgery", codings: [] },
      effective: { kind: "point", at: `${this.day}T09:30` },
      recorded: `${this.day}T09:41`,
      participants: [
        {
          role: roleCoded("author"),
          agent: this.id("gp"),
          time: { start: `${this.day}T09:41` },
        },
      ],
    });
  }

  id(label: string): EntryId {
    return uuidOf(`canonical/${this.#name}/${label}`);
  }

  /** What an entry outside any consultation starts from. */
  alone(label: string): Fresh {
    return newEntry(this.id(label), this.#nextOrder(""), {});
  }

  /** What an entry of the consultation starts from. */
  entry(label: string): Fresh & { readonly consultation: EntryId } {
    const consultation = this.id("consultation");
    return { ...newEntry(this.id(label), this.#nextOrder(consultation), {}), consultation };
  }

  /** What an entry within a group or report of the consultation starts from. */
  within(holder: string, label: string): Fresh & { consultation: EntryId; within: EntryId } {
    const within = this.id(holder);
    return {
      ...newEntry(this.id(label), this.#nextOrder(within), {}),
      consultation: this.id("consultation"),
      within,
    };
  }

  /** The day of the consultation as an effective time. */
  get onTheDay() {
    return { effective: { kind: "point" as const, at: this.day } };
  }

  #nextOrder(parent: string): number {
    const order = this.#orders.get(parent) ?? 0;
    this.#orders.set(parent, order + 1);
    return order;
  }
}

/** The canonical record of a situation, the `place`th of all. */
export function canonicalRecordOf(told: Situation, place: number): CanonicalRecord {
  const { name, situation, rule, documents = [], tell } = told;
  const sheet = new Sheet(name, place);
  tell(sheet);
  return { name, situation, rule, documents, record: sheet.record };
}
