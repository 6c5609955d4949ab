import type { XmlElement } from "@gp2gp/xml";
import { ElementPaths } from "./element-paths.ts";
import { finding, type Finding, type FindingCode } from "./finding.ts";

/** How a parse report is kept. */
export interface ParseReportOptions {
  /** How many findings are kept one by one; beyond, they are counted by code. 10,000 where not given. */
  readonly limit?: number;
}

/**
 * What was found while a message was parsed. Beyond `limit` findings are only counted, so that a message that is wrong
 * throughout does not exhaust the memory; `counts` is always complete.
 */
export class ParseReport {
  readonly #findings: Finding[] = [];
  readonly #counts = new Map<FindingCode, number>();
  readonly #paths = new ElementPaths();
  readonly #limit: number;

  constructor(options: ParseReportOptions = {}) {
    this.#limit = options.limit ?? 10_000;
  }

  get findings(): readonly Finding[] {
    return this.#findings;
  }

  /** How often each code was found, those that are not among `findings` included. */
  get counts(): ReadonlyMap<FindingCode, number> {
    return this.#counts;
  }

  /** Adds a finding about an element, or about an attribute or child of it, at the place of the element or of `at`. */
  add(
    code: FindingCode,
    element: XmlElement,
    name?: string,
    at: { readonly line: number; readonly column: number } = element,
  ): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    if (this.#findings.length >= this.#limit) return;
    const { line, column } = at;
    this.#findings.push(finding(code, { path: this.#paths.pathOf(element), name, line, column }));
  }
}
