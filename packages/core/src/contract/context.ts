import type { FormatId } from "../record/entry.ts";
import type { Patient } from "../record/patient.ts";
import type { Identifier } from "../values/identifier.ts";
import type { ContentPort } from "./content-port.ts";
import type { TerminologyV1 } from "./terminology-v1.ts";

/** What an adapter may use of the world. It has no clock, randomness, network or file of its own. */
export interface AdapterContext {
  now(): Date;
  /** A UUID in upper case that is always the same for the same seed (UUIDv5). */
  newId(seed: string): string;
  readonly terminology: TerminologyV1;
  readonly content: ContentPort;
  /** Aborts the call, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Options of single formats; each adapter checks its own with its own schema. */
  readonly options?: Readonly<Record<FormatId, unknown>>;
}

export interface ReadContext extends AdapterContext {
  /** Read only the patient with one of these identifiers. */
  readonly only?: readonly Identifier[];
}

/** What one receiving system needs to be told differently; data, so that no code asks for a name. */
export interface ReceiverProfile {
  readonly id: string;
  readonly name: string;
  /** How a single instant is written: as the record has it, or always as a centre. */
  readonly instants?: "as-recorded" | "centre";
  /** Whether agents may name the organisation they represent. */
  readonly agents?: "as-recorded" | "flat";
  /** Whether every topic must hold a category. */
  readonly topics?: "as-recorded" | "with-category";
  /** The code systems it understands: what is not coded in one of them gets a translation where there is a map. */
  readonly codes?: readonly string[];
}

export interface WriteContext extends AdapterContext {
  readonly formatVersion?: string;
  readonly receiver?: ReceiverProfile;
  /** What becomes of confidential entries where the target cannot mark them. */
  readonly confidential: "withhold" | "carry";
  /** Demographics the record lacks, as an EHR Extract names its patient by NHS number alone. */
  readonly demographics?: Patient;
}
