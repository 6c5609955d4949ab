import type { CarriedText, Content, EntryOf, EntrySection } from "@gp2gp/core";
import type { II, Statement } from "@gp2gp/hl7v3";
import type { ExtractVersion } from "../../format.ts";

/** What a reference points to, as far as a statement that refers to it needs to know. */
export interface ReferenceTarget {
  readonly kind: Statement["kind"] | "supply";
  readonly classCode: string;
  readonly moodCode: string;
  /** Whether it stands for a document. */
  readonly document: boolean;
}

/** What reading one statement may know of the rest of the extract. */
export interface ReadScope {
  /** The entry an id refers to; ids that name nothing stay as they are. */
  referenceId(id: II | undefined): string | undefined;
  /** The agent an id refers to. */
  agentId(id: II | undefined): string | undefined;
  target(entryId: string): ReferenceTarget | undefined;
  /** The one authorisation in a medication statement, where it has exactly one. */
  authorisationIn(statementId: string): string | undefined;
  /** Where the bytes behind a document reference are. */
  content(uri: string | undefined, mediaType: string | undefined): Content;
  newId(seed: string): string;
}

/** What writing one entry may know of the rest of the record. */
export interface WriteScope {
  readonly version: ExtractVersion;
  /** The id under which an entry stands in the message. */
  writtenId(entryId: string): string;
  target(entryId: string): ReferenceTarget | undefined;
  /** When an entry is shown to have been. */
  dateOf(entryId: string): string | undefined;
  /** Whether an id is of an agent that stands in the directory, so that a reference to it leads somewhere. */
  hasAgent(entryId: string): boolean;
  /** Whether the statement of a supply stands elsewhere in the message, so that it needs one of another id. */
  sharesStatement(entryId: string): boolean;
  /** The name or address under which a message refers to the content of a document. */
  contentUri(content: Content): string | undefined;
  newId(seed: string): string;
}

/** Lines to carry in an entry's own text, and the section it belongs to where it stands as another. */
export interface Carry {
  readonly lines: readonly string[];
  readonly recordedAs?: EntrySection | undefined;
}

/** Facts a text carried, with the text as it stood. */
export interface CarriedSlot extends CarriedText {
  readonly whole: string;
}

/** An entry as a statement gives it, before it has its place; `carried` are the facts its text held. */
export type Reading<Sections extends EntrySection = EntrySection> = {
  [Section in Sections]: {
    readonly section: Section;
    readonly entry: EntryOf<Section>;
    readonly carried?: CarriedSlot | undefined;
  };
}[Sections];
