export type {
  BrokenRule,
  ExtractFinding,
  ExtractRuleText,
  ExtractValidation,
  FindingPlace,
} from "./extract-finding.ts";
export { validateExtract } from "./validate-extract.ts";
export type { ExtractPart } from "./extract-facts.ts";
export type { ExtractToValidate, ValidateExtractOptions } from "./validate-extract.ts";
export { validateExtractSource } from "./validate-extract-source.ts";
export type { ValidatedSource } from "./validate-extract-source.ts";
