import type { Allergy, EntryId, EntrySection } from "@gp2gp/core";
import type { DirectoryPart, EhrComposition, NestedComponent } from "@gp2gp/hl7v3";

/** An entry by its place in the record. */
export interface EntryPlace {
  readonly section: EntrySection;
  readonly index: number;
}

/** A statement that was read, with the entries it gave: what it says beyond them is looked for afterwards. */
export interface ReadUnit {
  /** The component as it stood, without the statements in it. */
  readonly component: NestedComponent;
  readonly nested: boolean;
  readonly entries: readonly EntryPlace[];
  /** Places among the documents and the links of the record. */
  readonly documents: readonly number[];
  readonly links: readonly number[];
  readonly inAllergyCategory: boolean;
  /** Whether an entry got another id than its statement's own: one that has none, or that was used before. */
  readonly renamed: boolean;
  /** Whether facts carried in its text, or beside it, were put back into its entries. */
  carried: boolean;
}

/** A part of the directory that was read as an agent. */
export interface ReadAgentPart {
  readonly part: DirectoryPart;
  /** The folder it stands in, from 0; nearly every extract has one alone. */
  readonly folder: number;
  /** Its place among the agents of the record. */
  readonly index: number;
  readonly renamed: boolean;
}

/** A composition that was read as a consultation. */
export interface ReadComposition {
  readonly component: {
    readonly typeCode?: string | undefined;
    readonly ehrComposition: EhrComposition;
  };
  /** The folder it stands in, from 0. */
  readonly folder: number;
  /** Its place among the consultations of the record. */
  readonly index: number;
  readonly renamed: boolean;
}

/** Where statements stand while they are read. */
export interface ReadPlace {
  readonly folder: number;
  readonly consultation: EntryId | undefined;
  readonly within: EntryId | undefined;
  readonly nested: boolean;
  readonly category: Allergy["kind"] | undefined;
  readonly pointer: string;
}
