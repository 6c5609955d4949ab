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
    const known = this.#systems.get(part ?? "");
    if (known !== undefined) return known;
    const file = this.files.get(part ?? "");
    const codeSet = file && headerOf(file, "QRY_CODES")?.[1];
    const isSaid = codeSet !== undefined && codeSet !== "";
    const system = isSaid ? systemOfCodeSet(codeSet) : this.#system;
    this.#systems.set(part ?? "", system);
    return system;
  }

  responses(): readonly FileLines[] {
    return [...this.files.values()].filter(({ role }) => role === "response");
  }
}

/** Gathers the lines around the rows of all files. Raises SourceFault where they come from two practices. */
export function readResponseSet(
  reading: RowReading,
  { codeSet }: MiquestProfile,
  options: MiquestOptions,
): ResponseSet {
  const files = new Map<string, FileLines>();
  for (const { cells, source } of reading.rows.shared.of(linesTable.name)) {
    const { part = "" } = source;
    const role = cells["FILE"] === "query" ? "query" : "response";
    const file = files.get(part) ?? { role, lines: [] };
    file.lines.push(cells["LINE"] ?? "");
    files.set(part, file);
  }
  const { system } = codeSets[options.codeSet ?? codeSet];
  const set = new ResponseSet(files, system);
  const practices = new Set(set.responses().map((file) => headerOf(file, "RSP_IDENT")?.[0]));
  if (practices.size > 1) throw new SourceFault(issue("practices-differ"));
  return set;
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
