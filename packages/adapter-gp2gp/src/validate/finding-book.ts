import type {
  ExtractFinding,
  ExtractRuleText,
  ExtractValidation,
  FindingPlace,
} from "./extract-finding.ts";

interface Page {
  readonly text: ExtractRuleText;
  count: number;
  readonly places: FindingPlace[];
}

const severities = ["error", "warning", "information"] as const;

/** Collects findings by rule, the first of each kept and the others counted. */
export class FindingBook {
  readonly #pages = new Map<string, Page>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Notes that a rule is broken; `place` is asked for only where it is kept. */
  add(text: ExtractRuleText, place: () => FindingPlace): void {
    const page = this.#pageOf(text);
    page.count += 1;
    if (page.places.length < this.#limit) page.places.push(place());
  }

  /** Counts findings whose places nobody kept. */
  count(text: ExtractRuleText, count: number): void {
    if (count > 0) this.#pageOf(text).count += count;
  }

  close(): ExtractValidation {
    const pages = severities.flatMap((severity) =>
      [...this.#pages.values()].filter(({ text }) => text.severity === severity),
    );
    return {
      valid: pages.every(({ text }) => text.severity !== "error"),
      findings: pages.flatMap(({ text, places }) =>
        places.map((place): ExtractFinding => ({ ...text, place })),
      ),
      rules: pages.map(({ text, count }) => ({ ...text, count })),
    };
  }

  #pageOf(text: ExtractRuleText): Page {
    const known = this.#pages.get(text.rule);
    if (known) return known;
    const { rule, severity, message, expected } = text;
    const page: Page = { text: { rule, severity, message, expected }, count: 0, places: [] };
    this.#pages.set(rule, page);
    return page;
  }
}
