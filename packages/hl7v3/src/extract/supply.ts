import { defaulted, fixed } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cd, cs, cv, ed, ivlTs, pq } from "../data-types/coded.ts";
import { ii, int, ts } from "../data-types/simple.ts";
import { performer } from "./participants.ts";
import { consumable } from "./product.ts";
import { medicationRef } from "./references.ts";

const annotationTable = hl7Class(
  "SupplyAnnotation",
  { classCode: fixed("OBS"), moodCode: fixed("EVN") },
  { text: one(ed) },
);
/** A note on a supply. */
export interface SupplyAnnotation extends Infer<typeof annotationTable> {}
const supplyAnnotation: WireType<SupplyAnnotation> = annotationTable;

const noteTable = hl7Class(
  "PertinentInformation2",
  { typeCode: fixed("PERT") },
  { pertinentSupplyAnnotation: one(supplyAnnotation) },
);
/** A note that belongs to a supply. */
export interface SupplyNote extends Infer<typeof noteTable> {}
const supplyNote: WireType<SupplyNote> = noteTable;

const supplyTail = {
  performer: optional(performer),
  consumable: optional(consumable),
  pertinentInformation: many(supplyNote),
};

const predecessorTable = hl7Class(
  "Predecessor",
  { typeCode: fixed("SUCC") },
  { priorMedicationRef: one(medicationRef) },
);
/** The authorisation that this one follows. */
export interface Predecessor extends Infer<typeof predecessorTable> {}
const predecessor: WireType<Predecessor> = predecessorTable;

const authoriseTable = hl7Class(
  "Authorise",
  { classCode: fixed("SPLY"), moodCode: fixed("INT") },
  {
    id: one(ii),
    code: one(cv),
    statusCode: one(cs),
    effectiveTime: optional(ivlTs),
    availabilityTime: one(ts),
    repeatNumber: optional(int),
    quantity: one(pq),
    predecessor: many(predecessor),
    ...supplyTail,
  },
);
/** An authorisation of a course: how much, how often it may be repeated, from when to when. */
export interface Authorise extends Infer<typeof authoriseTable> {}
export const authorise: WireType<Authorise> = authoriseTable;

const reversalTable = hl7Class(
  "ReversalOf",
  { typeCode: fixed("REV") },
  { priorMedicationRef: one(medicationRef) },
);
/** The authorisation that is stopped. */
export interface ReversalOf extends Infer<typeof reversalTable> {}
const reversalOf: WireType<ReversalOf> = reversalTable;

const discontinueTable = hl7Class(
  "Discontinue",
  { classCode: fixed("SPLY"), moodCode: fixed("RQO") },
  {
    id: one(ii),
    code: one(cd),
    statusCode: one(cs),
    availabilityTime: one(ts),
    reversalOf: many(reversalOf),
    ...supplyTail,
  },
);
/** The stop of a course. */
export interface Discontinue extends Infer<typeof discontinueTable> {}
export const discontinue: WireType<Discontinue> = discontinueTable;

const fulfilmentTable = hl7Class(
  "InFulfillmentOf",
  { typeCode: fixed("FLFS") },
  { priorMedicationRef: one(medicationRef) },
);
/** The authorisation or prescription that is carried out (HL7's classes InFulfillmentOf and InFulfillmentOf02, which are alike). */
export interface InFulfillmentOf extends Infer<typeof fulfilmentTable> {}
const inFulfillmentOf: WireType<InFulfillmentOf> = fulfilmentTable;

const issueFields = {
  id: one(ii),
  code: one(cv),
  statusCode: one(cs),
  availabilityTime: one(ts),
  quantity: one(pq),
  inFulfillmentOf: optional(inFulfillmentOf),
  ...supplyTail,
};

const dispenseTable = hl7Class(
  "Dispense",
  { classCode: fixed("SPLY"), moodCode: fixed("EVN") },
  issueFields,
);
/** A dispensed supply. */
export interface Dispense extends Infer<typeof dispenseTable> {}
export const dispense: WireType<Dispense> = dispenseTable;

const prescribeTable = hl7Class(
  "Prescribe",
  { classCode: fixed("SPLY"), moodCode: defaulted("RQO") },
  issueFields,
);
/** A prescription: one issue of a course. EMIS writes `ORD` as its mood. */
export interface Prescribe extends Infer<typeof prescribeTable> {}
export const prescribe: WireType<Prescribe> = prescribeTable;
