export { recogniseSystem, systemNames } from "./systems/recognise-system.ts";
export type { RecognisedSystem } from "./systems/recognise-system.ts";
export { checkCode, describeCodeFault } from "./systems/check-code.ts";
export type { CodeCheck, CodeFault, CodeRepair, ReadableCode } from "./systems/code-check.ts";
export { foldTerm } from "./systems/fold-term.ts";
export { TerminologyError } from "./terminology-error.ts";
export type { TerminologyErrorCode } from "./terminology-error.ts";
export { buildPack } from "./build/build-pack.ts";
export type { BuildOptions, BuiltPack, TableInput } from "./build/build-pack.ts";
export type { TableProgress } from "./loaders/load-table.ts";
export { describeRowFault } from "./loaders/table-report.ts";
export type { TableReport } from "./loaders/table-report.ts";
export type { RowFault } from "./loaders/table-layout.ts";
export { smallPackUrl } from "./small-pack.ts";
export { packBytesOf } from "./pack/pack-bytes.ts";
export type { PackBytes } from "./pack/pack-bytes.ts";
export type { PackHeader, SetInfo } from "./pack/pack-header.ts";
export { openPack } from "./pack/terminology-pack.ts";
export type { PackSystem, TerminologyPack } from "./pack/terminology-pack.ts";
export type { Assurance } from "./pack/row-flags.ts";
export { createTerminology } from "./terminology.ts";
export type { PackTerminology, TerminologyOptions } from "./terminology.ts";
export { defaultPolicy, parsePolicy, policyForm } from "./translate/policy.ts";
export type { TranslationPolicy } from "./translate/policy.ts";
export type {
  CodeCandidate,
  CodeRequest,
  CodeTranslation,
  Hop,
  NoMapReason,
} from "./translate/code-translation.ts";
export { caseVariants, lookUpCode } from "./translate/look-up-code.ts";
export type { CodeListing, ListedMap } from "./translate/look-up-code.ts";
