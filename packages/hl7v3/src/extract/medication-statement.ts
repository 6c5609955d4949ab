import { fixed, required } from "../table/attribute-spec.ts";
import { choice, many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cs, cv, ed, ivlTs } from "../data-types/coded.ts";
import { ii, ts } from "../data-types/simple.ts";
import { consumable } from "./product.ts";
import { confidentialityCode, statementTail } from "./statement-tail.ts";
import { authorise, discontinue, dispense, prescribe } from "./supply.ts";

const componentTable = hl7Class(
  "Component2",
  { typeCode: fixed("COMP") },
  {
    supply: choice({
      ehrSupplyAuthorise: authorise,
      ehrSupplyDiscontinue: discontinue,
      ehrSupplyDispense: dispense,
      ehrSupplyPrescribe: prescribe,
    }),
  },
);
/** A supply of a medication statement. */
export interface SupplyComponent extends Infer<typeof componentTable> {}
const supplyComponent: WireType<SupplyComponent> = componentTable;

const dosageTable = hl7Class(
  "MedicationDosage",
  { classCode: fixed("SBADM"), moodCode: required() },
  { text: one(ed) },
);
/** How a medicine is to be taken, as text. */
export interface MedicationDosage extends Infer<typeof dosageTable> {}
const medicationDosage: WireType<MedicationDosage> = dosageTable;

const dosageLinkTable = hl7Class(
  "PertinentInformation",
  { typeCode: fixed("PERT") },
  { pertinentMedicationDosage: one(medicationDosage) },
);
/** A dosage that belongs to a medication statement. */
export interface DosageInformation extends Infer<typeof dosageLinkTable> {}
const dosageInformation: WireType<DosageInformation> = dosageLinkTable;

const medicationTable = hl7Class(
  "MedicationStatement",
  { classCode: fixed("SBADM"), moodCode: required() },
  {
    id: one(ii),
    statusCode: one(cs),
    effectiveTime: optional(ivlTs),
    availabilityTime: one(ts),
    priorityCode: optional(cv),
    confidentialityCode,
    consumable: many(consumable),
    component: many(supplyComponent, 0, 3),
    pertinentInformation: many(dosageInformation),
    ...statementTail,
  },
);
/** Medication: what it is, how it is taken, and its authorisation (mood INT), issue (ORD) or stop (RMD). */
export interface MedicationStatement extends Infer<typeof medicationTable> {}
export const medicationStatement: WireType<MedicationStatement> = medicationTable;
