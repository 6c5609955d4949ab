import { z } from "zod";
import {
  appointmentOrTaskSchema,
  contactSchema,
  linkSchema,
  registrationSchema,
} from "./administration.ts";
import type { AppointmentOrTask, Contact, Link, Registration } from "./administration.ts";
import { agentSchema } from "./agents.ts";
import type { Agent } from "./agents.ts";
import { allergySchema } from "./allergies.ts";
import type { Allergy } from "./allergies.ts";
import { extractionSchema } from "./extraction.ts";
import type { Extraction } from "./extraction.ts";
import { consultationSchema, groupSchema } from "./groups.ts";
import type { Consultation, Group } from "./groups.ts";
import { immunisationSchema } from "./immunisations.ts";
import type { Immunisation } from "./immunisations.ts";
import {
  authorisationSchema,
  discontinuationSchema,
  dispenseSchema,
  medicationIssueSchema,
} from "./medication.ts";
import type { Authorisation, Discontinuation, Dispense, MedicationIssue } from "./medication.ts";
import {
  alertSchema,
  documentSchema,
  narrativeSchema,
  questionnaireSchema,
} from "./narratives-and-documents.ts";
import type { Alert, Document, Narrative, Questionnaire } from "./narratives-and-documents.ts";
import { observationSchema } from "./observations.ts";
import type { Observation } from "./observations.ts";
import { patientSchema } from "./patient.ts";
import type { Patient } from "./patient.ts";
import { problemSchema } from "./problems.ts";
import type { Problem } from "./problems.ts";
import { carePlanSchema, planSchema, referralSchema } from "./requests-and-plans.ts";
import type { CarePlan, Plan, Referral } from "./requests-and-plans.ts";
import { residueSchema } from "./residue.ts";
import type { Residue } from "./residue.ts";
import { testReportSchema, testRequestSchema } from "./tests.ts";
import type { TestReport, TestRequest } from "./tests.ts";

// Named types, as inferred ones would be written out whole in every declaration.
type SectionSchemas = {
  readonly registrations: typeof registrationSchema;
  readonly agents: typeof agentSchema;
  readonly contacts: typeof contactSchema;
  readonly consultations: typeof consultationSchema;
  readonly groups: typeof groupSchema;
  readonly problems: typeof problemSchema;
  readonly observations: typeof observationSchema;
  readonly allergies: typeof allergySchema;
  readonly authorisations: typeof authorisationSchema;
  readonly issues: typeof medicationIssueSchema;
  readonly dispenses: typeof dispenseSchema;
  readonly discontinuations: typeof discontinuationSchema;
  readonly immunisations: typeof immunisationSchema;
  readonly testRequests: typeof testRequestSchema;
  readonly testReports: typeof testReportSchema;
  readonly referrals: typeof referralSchema;
  readonly plans: typeof planSchema;
  readonly carePlans: typeof carePlanSchema;
  readonly narratives: typeof narrativeSchema;
  readonly documents: typeof documentSchema;
  readonly alerts: typeof alertSchema;
  readonly appointmentsAndTasks: typeof appointmentOrTaskSchema;
  readonly questionnaires: typeof questionnaireSchema;
  readonly links: typeof linkSchema;
};
type RecordShape = {
  patient: typeof patientSchema;
  extraction: typeof extractionSchema;
  residue: z.ZodArray<typeof residueSchema>;
} & { -readonly [Section in keyof SectionSchemas]: z.ZodArray<SectionSchemas[Section]> };

/** The schema of one entry of each section that holds entries, in the order people read a record. */
export const sectionSchemas: SectionSchemas = {
  registrations: registrationSchema,
  agents: agentSchema,
  contacts: contactSchema,
  consultations: consultationSchema,
  groups: groupSchema,
  problems: problemSchema,
  observations: observationSchema,
  allergies: allergySchema,
  authorisations: authorisationSchema,
  issues: medicationIssueSchema,
  dispenses: dispenseSchema,
  discontinuations: discontinuationSchema,
  immunisations: immunisationSchema,
  testRequests: testRequestSchema,
  testReports: testReportSchema,
  referrals: referralSchema,
  plans: planSchema,
  carePlans: carePlanSchema,
  narratives: narrativeSchema,
  documents: documentSchema,
  alerts: alertSchema,
  appointmentsAndTasks: appointmentOrTaskSchema,
  questionnaires: questionnaireSchema,
  links: linkSchema,
};

export type EntrySection = keyof typeof sectionSchemas;
/** Every part of a record an adapter answers for in its coverage table. */
export type RecordSection = EntrySection | "patient" | "extraction" | "residue";

export const entrySections = Object.keys(sectionSchemas) as EntrySection[];
export const recordSections: readonly RecordSection[] = [
  "patient",
  "extraction",
  ...entrySections,
  "residue",
];

/** One patient's whole GP record, independent of any system. */
export const patientRecordSchema: z.ZodObject<RecordShape, z.core.$strict> = z
  .strictObject({
    patient: patientSchema,
    extraction: extractionSchema,
    registrations: z.array(registrationSchema),
    agents: z.array(agentSchema),
    contacts: z.array(contactSchema),
    consultations: z.array(consultationSchema),
    groups: z.array(groupSchema),
    problems: z.array(problemSchema),
    observations: z.array(observationSchema),
    allergies: z.array(allergySchema),
    authorisations: z.array(authorisationSchema),
    issues: z.array(medicationIssueSchema),
    dispenses: z.array(dispenseSchema),
    discontinuations: z.array(discontinuationSchema),
    immunisations: z.array(immunisationSchema),
    testRequests: z.array(testRequestSchema),
    testReports: z.array(testReportSchema),
    referrals: z.array(referralSchema),
    plans: z.array(planSchema),
    carePlans: z.array(carePlanSchema),
    narratives: z.array(narrativeSchema),
    documents: z.array(documentSchema),
    alerts: z.array(alertSchema),
    appointmentsAndTasks: z.array(appointmentOrTaskSchema),
    questionnaires: z.array(questionnaireSchema),
    links: z.array(linkSchema),
    residue: z.array(residueSchema),
  })
  .meta({
    id: "PatientRecord",
    title: "Patient record",
    description: "One patient's whole GP record, independent of any system.",
  });

/** One patient's whole GP record. Entries are never changed once made; a correction is a new entry in its place. */
export interface PatientRecord {
  readonly patient: Patient;
  readonly extraction: Extraction;
  readonly registrations: readonly Registration[];
  readonly agents: readonly Agent[];
  readonly contacts: readonly Contact[];
  readonly consultations: readonly Consultation[];
  readonly groups: readonly Group[];
  readonly problems: readonly Problem[];
  readonly observations: readonly Observation[];
  readonly allergies: readonly Allergy[];
  readonly authorisations: readonly Authorisation[];
  readonly issues: readonly MedicationIssue[];
  readonly dispenses: readonly Dispense[];
  readonly discontinuations: readonly Discontinuation[];
  readonly immunisations: readonly Immunisation[];
  readonly testRequests: readonly TestRequest[];
  readonly testReports: readonly TestReport[];
  readonly referrals: readonly Referral[];
  readonly plans: readonly Plan[];
  readonly carePlans: readonly CarePlan[];
  readonly narratives: readonly Narrative[];
  readonly documents: readonly Document[];
  readonly alerts: readonly Alert[];
  readonly appointmentsAndTasks: readonly AppointmentOrTask[];
  readonly questionnaires: readonly Questionnaire[];
  readonly links: readonly Link[];
  readonly residue: readonly Residue[];
}
export type EntryOf<Section extends EntrySection> = PatientRecord[Section][number];
export type AnyEntry = EntryOf<EntrySection>;

/** A record a reader is filling: sections grow, entries stay as they are. */
export type PatientRecordDraft = {
  patient: PatientRecord["patient"];
  extraction: PatientRecord["extraction"];
  residue: PatientRecord["residue"][number][];
} & { readonly [Section in EntrySection]: EntryOf<Section>[] };

/** An empty record for a reader to fill. */
export function emptyRecord(
  patient: PatientRecord["patient"],
  extraction: PatientRecord["extraction"],
): PatientRecordDraft {
  return {
    patient,
    extraction,
    registrations: [],
    agents: [],
    contacts: [],
    consultations: [],
    groups: [],
    problems: [],
    observations: [],
    allergies: [],
    authorisations: [],
    issues: [],
    dispenses: [],
    discontinuations: [],
    immunisations: [],
    testRequests: [],
    testReports: [],
    referrals: [],
    plans: [],
    carePlans: [],
    narratives: [],
    documents: [],
    alerts: [],
    appointmentsAndTasks: [],
    questionnaires: [],
    links: [],
    residue: [],
  };
}
