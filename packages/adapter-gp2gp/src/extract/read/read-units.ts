import type { Allergy, EntryId, EntrySection } from "@gp2gp/core";
import type { EhrComposition, NestedComponent } from "@gp2gp/hl7v3";

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
  readonly repeat: number | undefined;
  /** Whether facts carried in its text, or beside it, were put back into its entries. */
  carried: boolean;
}

/** A composition that was read as a consultation. */
export interface ReadComposition {
  readonly component: {
    readonly typeCode?: string | undefined;
    readonly ehrComposition: EhrComposition;
  };
  /** Its place among the consultations of the record. */
  readonly index: number;
}

/** Where statements stand while they are read. */
export interface ReadPlace {
  readonly consultation: EntryId | undefined;
  readonly within: EntryId | undefined;
  readonly nested: boolean;
  readonly category: Allergy["kind"] | undefined;
  readonly pointer: string;
}
