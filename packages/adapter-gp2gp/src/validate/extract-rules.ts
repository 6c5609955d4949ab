import type { ExtractRule } from "./extract-rule.ts";
import { agentRules } from "./rules/agent-rules.ts";
import { codeRules } from "./rules/code-rules.ts";
import { confidentialityRules } from "./rules/confidentiality-rules.ts";
import { documentRules } from "./rules/document-rules.ts";
import { envelopeRules } from "./rules/envelope-rules.ts";
import { groupRules } from "./rules/group-rules.ts";
import { identityRules } from "./rules/identity-rules.ts";
import { medicationRules } from "./rules/medication-rules.ts";
import { problemRules } from "./rules/problem-rules.ts";
import { referenceRules } from "./rules/reference-rules.ts";
import { timeRules } from "./rules/time-rules.ts";
import { valueRules } from "./rules/value-rules.ts";

/** Every rule on extracts that goes beyond the schema, by topic. */
export const extractRules: readonly ExtractRule[] = [
  ...envelopeRules,
  ...identityRules,
  ...agentRules,
  ...referenceRules,
  ...groupRules,
  ...codeRules,
  ...timeRules,
  ...valueRules,
  ...medicationRules,
  ...problemRules,
  ...documentRules,
  ...confidentialityRules,
];
