export { gp2gpEhrExtract } from "./extract/gp2gp-ehr-extract-adapter.ts";
