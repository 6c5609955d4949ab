import type { IssueSeverity } from "@gp2gp/core";

/** Where in an extract a finding is. */
export interface FindingPlace {
  /** Element names from the message (or the extract, where there is no message) down, each with its 1-based position among siblings of its name. */
  readonly path: string;
  /** The attribute or child element it is about, where it is about one. */
  readonly name?: string;
  /** Line in the document, 1-based; absent where the message was made and not parsed. */
  readonly line?: number;
}

/** What a rule promises and asks for. All texts are fixed: nothing in them comes from a message. */
export interface ExtractRuleText {
  /** The rule's name: what is wrong, as noun and participle. */
  readonly rule: string;
  /**
   * - `error`: the message breaks a rule of its own form, and a receiver refuses it or does the wrong thing with it;
   * - `warning`: what is recorded contradicts itself, or some receivers stumble over it or lose something;
   * - `information`: worth knowing when a receiver shows it otherwise than expected.
   */
  readonly severity: IssueSeverity;
  /** What is wrong. */
  readonly message: string;
  /** What stands there in a good message. */
  readonly expected: string;
}

/** One thing found about an extract. */
export interface ExtractFinding extends ExtractRuleText {
  readonly place: FindingPlace;
}

/** How often a rule was broken, findings beyond the limit included. */
export interface BrokenRule extends ExtractRuleText {
  readonly count: number;
}

/** Everything found about an extract. */
export interface ExtractValidation {
  /** True where no rule of severity `error` is broken. */
  readonly valid: boolean;
  /** At most `limit` findings of each rule; rules in their order of severity, findings in document order. */
  readonly findings: readonly ExtractFinding[];
  /** Each broken rule with its full count, in the order of `findings`. */
  readonly rules: readonly BrokenRule[];
}
