import { fixed, participation } from "../table/attribute-spec.ts";
import { one } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { agentOrgSDS } from "../agents/agent-org-sds.ts";
import { ii } from "../data-types/simple.ts";

const patientTable = hl7Class("Patient", { classCode: fixed("PAT") }, { id: one(ii) });
/** The patient, by NHS number alone. */
export interface Patient extends Infer<typeof patientTable> {}
const patient: WireType<Patient> = patientTable;

const subjectTable = hl7Class(
  "PatientSubject",
  { typeCode: participation("RCT") },
  { patient: one(patient) },
);
/** Whose record it is. */
export interface RecordTarget extends Infer<typeof subjectTable> {}
export const recordTarget: WireType<RecordTarget> = subjectTable;

const destinationTable = hl7Class(
  "Destination",
  { typeCode: participation("DST") },
  { AgentOrgSDS: one(agentOrgSDS) },
);
/** The organisation for which it is. */
export interface Destination extends Infer<typeof destinationTable> {}
export const destination: WireType<Destination> = destinationTable;
