import { NumberCodeTable, ReadCodeTable, TextCodeTable } from "./code-table.ts";
import type { CodeTable } from "./code-table.ts";
import { CodeTerms } from "./code-terms.ts";
import type { CodeTerm } from "./code-terms.ts";
import type { PackBytes } from "./pack-bytes.ts";
import { PackContainer } from "./pack-container.ts";
import type { PackHeader, SystemInfo } from "./pack-header.ts";
import { readKey, readKeyText } from "./read-key.ts";
import { Relation } from "./relation.ts";
import { NONE } from "./row-flags.ts";
import { systemSections } from "./section-names.ts";

/** A code system of a pack: its codes, their terms, and the ids of its terms. */
export interface PackSystem {
  readonly id: string;
  readonly codes: CodeTable;
  /** The terms of a code, preferred ones first; none where the pack holds none. */
  terms(ordinal: number): readonly CodeTerm[];
  /** The status letter its publisher gave a code. */
  status(ordinal: number): string | undefined;
  /** The key that rows name a term by, or NONE. */
  termKey(termId: string): number;
  termId(key: number): string | undefined;
  /** The code that a term id, given for a code, is a term of. */
  codeOfTermId(termId: string): number;
}

/** An opened pack of code systems and maps between them. */
export interface TerminologyPack {
  readonly header: PackHeader;
  system(id: string): PackSystem | undefined;
  /** The map rows from one system to another. */
  relation(from: string, to: string): Relation | undefined;
  /** Reads the whole pack and compares its checksum; throws TerminologyError where it is another. */
  check(): void;
}

/** Opens a pack. Throws TerminologyError where it is damaged or of another version. */
export function openPack(bytes: PackBytes): TerminologyPack {
  const container = new PackContainer(bytes);
  const { header } = container;
  const systems = new Map(
    header.systems.map((info) => [info.id, packSystem(container, info)] as const),
  );
  const relations = new Map(
    header.relations.map((names) => [`${names.from}>${names.to}`, new Relation(container, names)]),
  );
  return {
    header,
    system: (id) => systems.get(id),
    relation: (from, to) => relations.get(`${from}>${to}`),
    check: () => container.check(),
  };
}

function packSystem(container: PackContainer, info: SystemInfo): PackSystem {
  const names = systemSections(info.id);
  const terms = info.terms === 0 ? undefined : new CodeTerms(container, info.id);
  const status = container.has(names.status) ? container.cold(names.status) : undefined;
  return {
    id: info.id,
    codes: codeTable(container, info),
    terms: (ordinal) => terms?.of(ordinal) ?? [],
    status: (ordinal) => {
      const letter = status?.(ordinal, 1)[0] ?? 0;
      return letter === 0 ? undefined : String.fromCharCode(letter);
    },
    ...termIds(container, info),
  };
}

function codeTable(container: PackContainer, { id, encoding }: SystemInfo): CodeTable {
  const names = systemSections(id);
  switch (encoding) {
    case "read":
      return new ReadCodeTable(container.column(names.keys));
    case "number":
      return new NumberCodeTable(container.column(names.keys), container.column(names.lows));
    case "text":
      return new TextCodeTable(container.column(names.offsets), container.bytes(names.bytes));
  }
}

function termIds(
  container: PackContainer,
  { id, encoding, descriptions }: SystemInfo,
): Pick<PackSystem, "termKey" | "termId" | "codeOfTermId"> {
  if (encoding === "read") {
    const length = id === "read-v2" ? 2 : 5;
    return {
      termKey: (termId) => (termId.length === length ? readKey(termId) >>> 0 : NONE),
      termId: (key) => (key === NONE ? undefined : readKeyText(key, length)),
      codeOfTermId: () => -1,
    };
  }
  if (descriptions === 0)
    return { termKey: () => NONE, termId: () => undefined, codeOfTermId: () => -1 };
  const names = systemSections(id);
  const table = new NumberCodeTable(
    container.column(names.descriptionHighs),
    container.column(names.descriptionLows),
  );
  const concepts = container.cold(names.descriptionConcepts);
  return {
    termKey: (termId) => {
      const key = table.find(termId);
      return key < 0 ? NONE : key;
    },
    termId: (key) => (key === NONE ? undefined : table.code(key)),
    codeOfTermId: (termId) => {
      const key = table.find(termId);
      if (key < 0) return -1;
      const bytes = concepts(key * 4, 4);
      const concept = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
      return concept === NONE ? -1 : concept;
    },
  };
}
