import type { CodeEncoding } from "../pack/code-table.ts";
import { termFlags } from "../pack/code-terms.ts";
import { readKey } from "../pack/read-key.ts";
import { NONE } from "../pack/row-flags.ts";
import { CodeRegister } from "./code-register.ts";
import { GrowingBytes, GrowingColumn } from "./growing-columns.ts";

/** A term of a code, as a table gives it. */
export interface TermRow {
  readonly code: string;
  readonly text: string;
  readonly termId?: string;
  readonly preferred?: boolean;
  readonly retired?: boolean;
  readonly fullySpecified?: boolean;
  readonly shortened?: boolean;
}

const encoder = new TextEncoder();
const TERM_BYTES = 0xffff;

/** How the codes of a system are kept. */
function encodingOf(system: string): CodeEncoding {
  if (system === "read-v2" || system === "ctv3" || system === "tpp") return "read";
  return system === "snomed" ? "number" : "text";
}

/** What the tables say of one code system: its codes, their status, terms and term ids. */
export class SystemRegister {
  readonly id: string;
  readonly codes: CodeRegister;
  /** SNOMED CT descriptions, and the concept of each by number; NONE where tables disagree. */
  readonly descriptions = new CodeRegister("number");
  readonly conceptOfDescription = new GrowingColumn();
  readonly termCode = new GrowingColumn();
  readonly termStart = new GrowingColumn();
  readonly termBytes = new GrowingBytes();
  readonly status = new Map<number, string>();
  /** Descriptions a language reference set prefers. */
  readonly preferredDescriptions = new Set<string>();

  constructor(id: string) {
    this.id = id;
    this.codes = new CodeRegister(encodingOf(id));
  }

  code(code: string): number {
    return this.codes.add(code);
  }

  /** What rows name a term by: the key of a Read term, the number of a SNOMED CT description. */
  term(termId: string, code: string): number {
    if (this.codes.encoding === "read") return readKey(termId) >>> 0;
    if (this.codes.encoding === "text") return NONE;
    const concept = this.code(code);
    const known = this.descriptions.size;
    const number = this.descriptions.add(termId);
    if (number === known) this.conceptOfDescription.push(concept);
    else if (this.conceptOfDescription.get(number) !== concept)
      this.conceptOfDescription.set(number, NONE);
    return number;
  }

  addTerm(row: TermRow): void {
    const { code, text, termId = "" } = row;
    if (termId !== "" && this.codes.encoding === "number") this.term(termId, code);
    const id = encoder.encode(termId);
    const words = wholeCharacters(encoder.encode(text));
    const record = new Uint8Array(4 + id.byteLength + words.byteLength);
    record[0] =
      (row.preferred === true ? termFlags.preferred : 0) |
      (row.retired === true ? termFlags.retired : 0) |
      (row.fullySpecified === true ? termFlags.fullySpecified : 0) |
      (row.shortened === true ? termFlags.shortened : 0);
    record[1] = id.byteLength;
    new DataView(record.buffer).setUint16(2, words.byteLength, true);
    record.set(id, 4);
    record.set(words, 4 + id.byteLength);
    this.termCode.push(this.code(code));
    this.termStart.push(this.termBytes.push(record));
  }
}

/** A term has room for 65,535 bytes; no published one is a hundredth of it. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  let end = Math.min(bytes.byteLength, TERM_BYTES);
  while (end < bytes.byteLength && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}
