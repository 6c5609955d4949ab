export { gp2gpEhrExtract } from "./extract/gp2gp-ehr-extract-adapter.ts";
export { extractOptionsSchema } from "./extract/gp2gp-ehr-extract-options.ts";
export type { ExtractOptions } from "./extract/gp2gp-ehr-extract-options.ts";
export { receiverProfiles } from "./receivers/receiver-profiles.ts";
export * from "./validate/index.ts";
