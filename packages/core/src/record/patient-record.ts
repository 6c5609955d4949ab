import { z } from "zod";
import type { DeepReadonly } from "../values/deep-readonly.ts";
import {
  appointmentOrTaskSchema,
  contactSchema,
  linkSchema,
  registrationSchema,
} from "./administration.ts";
import { agentSchema } from "./agents.ts";
import { allergySchema } from "./allergies.ts";
import { extractionSchema } from "./extraction.ts";
import { consultationSchema, groupSchema } from "./groups.ts";
import { immunisationSchema } from "./immunisations.ts";
import {
  authorisationSchema,
  discontinuationSchema,
  dispenseSchema,
  medicationIssueSchema,
} from "./medication.ts";
import {
  alertSchema,
  documentSchema,
  narrativeSchema,
  questionnaireSchema,
} from "./narratives-and-documents.ts";
import { observationSchema } from "./observations.ts";
import { patientSchema } from "./patient.ts";
import { problemSchema } from "./problems.ts";
import { carePlanSchema, planSchema, referralSchema } from "./requests-and-plans.ts";
import { residueSchema } from "./residue.ts";
import { testReportSchema, testRequestSchema } from "./tests.ts";

/** The schema of one entry of each section that holds entries, in the order people read a record. */
export const sectionSchemas = {
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
} as const;

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
export const patientRecordSchema = z
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
export type PatientRecord = DeepReadonly<z.infer<typeof patientRecordSchema>>;
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
