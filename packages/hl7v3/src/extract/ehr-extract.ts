import { defaulted, fixed } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cs, cv, ivlTs } from "../data-types/coded.ts";
import { ii, ts } from "../data-types/simple.ts";
import { ehrFolder, organisationAuthor } from "./ehr-folder.ts";
import { destination, recordTarget } from "./patient.ts";

const componentTable = hl7Class(
  "Component",
  { typeCode: fixed("COMP") },
  { ehrFolder: one(ehrFolder) },
);
/** A folder of an extract. */
export interface FolderComponent extends Infer<typeof componentTable> {}
const folderComponent: WireType<FolderComponent> = componentTable;

const requestTable = hl7Class(
  "EhrRequest",
  { classCode: fixed("EXTRACT"), moodCode: fixed("RQO") },
  { id: one(ii) },
);
/** The request that an extract answers, by its id. */
export interface PriorEhrRequest extends Infer<typeof requestTable> {}
const priorEhrRequest: WireType<PriorEhrRequest> = requestTable;

const fulfilmentTable = hl7Class(
  "InFulfillmentOf2",
  { typeCode: fixed("FLFS") },
  { priorEhrRequest: one(priorEhrRequest) },
);
/** What an extract answers. */
export interface ExtractInFulfillmentOf extends Infer<typeof fulfilmentTable> {}
const inFulfillmentOf: WireType<ExtractInFulfillmentOf> = fulfilmentTable;

const specificationTable = hl7Class(
  "EhrExtractSpecification",
  { classCode: fixed("OBS"), moodCode: fixed("DEF") },
  { id: one(ii), code: one(cv), effectiveTime: optional(ivlTs) },
);
/** What part of the record an extract holds. */
export interface EhrExtractSpecification extends Infer<typeof specificationTable> {}
const specification: WireType<EhrExtractSpecification> = specificationTable;

const limitationTable = hl7Class(
  "Limitation",
  { typeCode: fixed("LIMIT"), inversionInd: defaulted("true", "bl") },
  { limitingEhrExtractSpecification: one(specification) },
);
/** To what an extract is limited. */
export interface Limitation extends Infer<typeof limitationTable> {}
const limitation: WireType<Limitation> = limitationTable;

const extractTable = hl7Class(
  "EhrExtract",
  { classCode: fixed("EXTRACT"), moodCode: fixed("EVN") },
  {
    id: one(ii),
    statusCode: one(cs),
    availabilityTime: one(ts),
    recordTarget: one(recordTarget),
    author: one(organisationAuthor),
    destination: one(destination),
    component: many(folderComponent, 1),
    inFulfillmentOf: one(inFulfillmentOf),
    limitation: one(limitation),
  },
);
/**
 * The EHR Extract (RCMR_MT030101UK04, and UK05, which adds `confidentialityCode` to ten classes): a patient's record, or
 * part of it, as one practice sends it to another.
 */
export interface EhrExtract extends Infer<typeof extractTable> {}
export const ehrExtract: WireType<EhrExtract> = extractTable;
