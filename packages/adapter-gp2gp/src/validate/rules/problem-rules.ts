import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";

/** Active, inactive, unspecified (gp2gp-messages 2.4). */
const activities: ReadonlySet<string | undefined> = new Set([
  "394774009",
  "394775005",
  "394776006",
]);
const unspecified = "394776006";
/** Significant, unspecified significance. */
const significances: ReadonlySet<string | undefined> = new Set(["386134007", "394847000"]);

/** Problems and other sets of links. */
export const problemRules: readonly ExtractRule[] = [
  rule({
    rule: "link-set-code-unknown",
    severity: "warning",
    message: "A link set says by no code that is known whether its problem is active.",
    expected: "394774009 active, 394775005 inactive, or 394776006 unspecified.",
    at: ["LinkSet"],
    breaks: ({ code }) => code !== undefined && !activities.has(code.code),
  }),
  rule({
    rule: "link-set-qualifier-unknown",
    severity: "warning",
    message: "A link set has a qualifier that is no significance receivers know.",
    expected: "386134007 or 394847000 as the name of a qualifier.",
    at: ["LinkSet"],
    breaks: ({ code }) =>
      (code?.qualifier ?? []).some(({ name }) => !significances.has(name?.code)),
  }),
  rule({
    // gp2gp-messages 1.6, 13
    rule: "problem-significance-absent",
    severity: "information",
    message: "A problem does not say how significant it is; receivers take it for minor.",
    expected: "A qualifier of significance.",
    at: ["LinkSet"],
    breaks: ({ code, conditionNamed }) =>
      conditionNamed !== undefined && (code?.qualifier ?? []).length === 0,
  }),
  rule({
    // gp2gp-messages 1.6, 30 and 5.2, 7: only links between documents and referrals name no condition
    rule: "problem-condition-absent",
    severity: "warning",
    message: "An active or inactive problem does not say which statement names it.",
    expected: "conditionNamed with the id of a statement.",
    at: ["LinkSet"],
    breaks: ({ code, conditionNamed }) =>
      conditionNamed === undefined && activities.has(code?.code) && code?.code !== unspecified,
  }),
  rule({
    rule: "link-set-empty",
    severity: "warning",
    message: "A link set links nothing.",
    expected: "conditionNamed, or a component.",
    at: ["LinkSet"],
    breaks: ({ conditionNamed, component = [] }) =>
      conditionNamed === undefined && component.length === 0,
  }),
];
