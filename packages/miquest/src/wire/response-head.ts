import { SourceFault } from "@gp2gp/tabular";
import type { Charset } from "@gp2gp/tabular";
import type { SourcePart } from "@gp2gp/core";
import { issue } from "../miquest-issues.ts";
import { categories } from "./attributes.ts";
import type { Category } from "./attributes.ts";
import { linesOf } from "./response-lines.ts";
import type { Line } from "./response-lines.ts";
import { valuesOfRow } from "./row-values.ts";

/** What a file of the format says of itself before its rows. */
export type ResponseHead =
  | { readonly kind: "query"; readonly category: Category | undefined }
  /** Rows of a category, with their columns. */
  | { readonly kind: "report"; readonly category: Category; readonly columns: readonly string[] }
  /** An answer that holds no rows of a record: a count, a group of patients. */
  | { readonly kind: "other" };

/** How many lines a head may have. */
const mostLines = 5_000;
const tooManyRows = /There are too many rows in the response/i;

/**
 * Reads the head of a file; undefined for one that is none of the format. Raises SourceFault for a
 * response that was refused, holds an excuse instead of rows, or ends in its head.
 */
export async function readHead(
  part: SourcePart,
  charset: Charset,
  signal: AbortSignal | undefined,
): Promise<ResponseHead | undefined> {
  if (!(await beginsLikeOne(part))) return undefined;
  const head = new Head(part.name);
  for await (const lines of linesOf(part, charset, { signal }))
    for (const line of lines) {
      if (line.text.startsWith("$")) return head.answer();
      head.take(line);
      if (line.number < mostLines) continue;
      if (!head.isOfFormat) return undefined;
      throw new SourceFault(issue("artefact-too-large", { source: { part: part.name } }));
    }
  return head.answer();
}

/** Whether the first line is a comment or header. */
async function beginsLikeOne(part: SourcePart): Promise<boolean> {
  let text = "";
  for await (const chunk of part.open({ start: 0, end: 200 }))
    text += String.fromCharCode(...chunk.subarray(0, 200));
  return /^(?:\u{EF}\u{BB}\u{BF})?\s*[#*]/u.test(text);
}

class Head {
  readonly #part: string;
  #isResponse = false;
  #isQuery = false;
  #category: Category | undefined;
  #kind: string | undefined;
  #columns: readonly string[] | undefined;

  constructor(part: string) {
    this.#part = part;
  }

  get isOfFormat(): boolean {
    return this.#isResponse || this.#isQuery;
  }

  take({ text, number }: Line): void {
    const source = { part: this.#part, line: number };
    if (text.startsWith("*RSP_IDENT")) this.#isResponse = true;
    else if (/^\*(QRY|ENQ|SCH)_/.test(text)) this.#isQuery = true;
    else if (text.startsWith("&")) this.#takeMarked(text, source);
    else this.#category ??= categoryOf(text);
    if (this.isOfFormat && tooManyRows.test(text))
      throw new SourceFault(issue("response-too-many-rows", { source }));
  }

  #takeMarked(text: string, source: { readonly part: string; readonly line: number }): void {
    const columns = columnsOf(text);
    if (columns === undefined) {
      this.#kind = valuesOfRow(text).values[1]?.trim().toUpperCase() ?? "";
      if (this.isOfFormat && /^(ERROR|REJECTED)/.test(this.#kind))
        throw new SourceFault(issue("response-refused", { source }));
      return;
    }
    if (this.#columns !== undefined && this.#columns.join() !== columns.join())
      throw new SourceFault(issue("response-heads-differ", { source }));
    this.#columns = columns;
  }

  answer(): ResponseHead | undefined {
    if (!this.#isResponse)
      return this.#isQuery && this.#kind === undefined
        ? { kind: "query", category: this.#category }
        : undefined;
    const incomplete = new SourceFault(
      issue("response-incomplete", { source: { part: this.#part } }),
    );
    if (this.#kind === undefined) throw incomplete;
    if (this.#kind !== "REPORT") return { kind: "other" };
    if (!this.#category || !this.#columns) throw incomplete;
    return { kind: "report", category: this.#category, columns: this.#columns };
  }
}

/** The columns a line names, where it is one that does: `&1,NHS_NUMBER,REFERENCE`. */
export function columnsOf(line: string): readonly string[] | undefined {
  const [mark, ...values] = line.startsWith("&") ? valuesOfRow(line).values : [];
  if (mark === undefined || mark === "&0") return undefined;
  const columns = values.map((value) => value.trim());
  while (columns.at(-1) === "") columns.pop();
  return columns;
}

/** The category a line of a query asks, where it is the one that says so. */
export function categoryOf(line: string): Category | undefined {
  const [, name] = /^\s*FROM\s+([A-Z]+)\b/.exec(line) ?? [];
  return categories.find((category) => category === name);
}
