import { SourceFault } from "@gp2gp/tabular";
import type { RowReading } from "@gp2gp/tabular";
import type { Extraction, Json } from "@gp2gp/core";
import { issue } from "../miquest-issues.ts";
import type { MiquestOptions } from "../miquest-options.ts";
import type { MiquestProfile } from "../miquest-profile.ts";
import { categories, linesTable } from "../wire/attributes.ts";
import { codeSets, systemOfCodeSet } from "../wire/code-set.ts";
import { parseDay } from "../wire/day.ts";
import { categoryOfFile, headerOf } from "../wire/kept-lines.ts";
import type { FileLines } from "../wire/kept-lines.ts";
import { valuesOfRow } from "../wire/row-values.ts";

/** The name of the part whose lines are those of every file: of rows that are being written, which are in none yet. */
const everyFile = "";

/** What the responses of a set say of themselves and of the queries they answer. */
export class ResponseSet {
  readonly files: ReadonlyMap<string, FileLines>;
  readonly #system: string;
  readonly #systems = new Map<string, string>();

  constructor(files: ReadonlyMap<string, FileLines>, system: string) {
    [this.files, this.#system] = [files, system];
  }

  /** The code system of the codes in a file. */
  systemOf(part: string | undefined): string {
    const name = part !== undefined && this.files.has(part) ? part : everyFile;
    const known = this.#systems.get(name);
    if (known !== undefined) return known;
    const file = this.files.get(name);
    const codeSet = file && headerOf(file, "QRY_CODES")?.[1];
    const isSaid = codeSet !== undefined && codeSet !== "";
    const system = isSaid ? systemOfCodeSet(codeSet) : this.#system;
    this.#systems.set(name, system);
    return system;
  }

  responses(): readonly FileLines[] {
    return [...this.files.values()].filter(({ role }) => role === "response");
  }
}

/**
 * Gathers the lines around the rows of all files: of one that holds several answers, those up to the
 * second. Raises SourceFault where answers come from two practices, or a file has codes of two sets.
 */
export function readResponseSet(
  reading: RowReading,
  { codeSet }: MiquestProfile,
  options: MiquestOptions,
): ResponseSet {
  const files = new Map<string, FileLines>();
  const joined = new Set<string>();
  const practices = new Set<string | undefined>();
  for (const { cells, source } of reading.rows.shared.of(linesTable.name)) {
    const { FILE, LINE = "" } = cells;
    const { part = everyFile } = source;
    const file = files.get(part) ?? { role: FILE === "query" ? "query" : "response", lines: [] };
    files.set(part, file);
    const isIdent = LINE.startsWith("*RSP_IDENT");
    if (isIdent) practices.add(valuesOfRow(LINE).values[1]);
    if (isIdent && headerOf(file, "RSP_IDENT")) joined.add(part);
    if (!joined.has(part)) file.lines.push(LINE);
    else if (LINE.startsWith("*QRY_CODES") && !isSameCodeSet(LINE, file))
      throw new SourceFault(issue("response-heads-differ", { source }));
  }
  if (practices.size > 1) throw new SourceFault(issue("practices-differ"));
  for (const part of joined) reading.issues.push(issue("responses-joined", { source: { part } }));
  const { system } = codeSets[options.codeSet ?? codeSet];
  return new ResponseSet(files, system);
}

function isSameCodeSet(line: string, file: FileLines): boolean {
  return valuesOfRow(line).values[2] === headerOf(file, "QRY_CODES")?.[1];
}

/** What is to be said of the set as a whole; nothing of rows that are read without one. */
export function reportSet(set: ResponseSet, reading: RowReading): void {
  const responses = set.responses();
  if (responses.length === 0) return;
  const found = new Set(responses.map(categoryOfFile));
  for (const category of categories)
    if (!found.has(category))
      reading.issues.push(issue("category-missing", { detail: { category } }));
  for (const [part, file] of set.files) {
    const codeSet = headerOf(file, "QRY_CODES")?.[1];
    if (codeSet !== undefined && codeSet !== "" && !Object.hasOwn(codeSets, codeSet))
      reading.issues.push(issue("code-set-unknown", { source: { part } }));
  }
  const begun = new Set<string | undefined>();
  for (const { cells, source } of reading.rows.shared.of(linesTable.name)) {
    const line = cells["LINE"] ?? "";
    if (line.startsWith("*RSP_IDENT")) begun.delete(source.part);
    if (line.startsWith("&0")) begun.add(source.part);
    // What stands before that is the query the response answers.
    if (begun.has(source.part) && line !== "" && !/^[#*&]/.test(line))
      reading.issues.push(issue("line-unknown", { source }));
  }
}

/** Which practice answered, when, and the lines of the files, which go home as they are. */
export function extractionOf(set: ResponseSet, { id }: MiquestProfile): Extraction {
  const responses = set.responses();
  const practice = firstOf(responses, "RSP_IDENT");
  const at = parseDay(firstOf(responses, "RSP_RDATE") ?? "");
  return {
    format: id,
    ...(at !== undefined && { at }),
    ...(practice !== undefined && { senders: [{ system: "ods", value: practice }] }),
    ...(set.files.size > 0 && {
      supplierData: { [id]: { files: [...set.files.values()] } as unknown as Json },
    }),
  };
}

function firstOf(responses: readonly FileLines[], name: string): string | undefined {
  const values = responses.map((file) => headerOf(file, name)?.[0]);
  return values.find((value) => value !== undefined && value !== "");
}
