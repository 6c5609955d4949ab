export { absenceReasonSchema } from "./values/absence.ts";
export type { AbsenceReason } from "./values/absence.ts";
export {
  asMapped,
  codeMapSchema,
  codedSchema,
  codingSchema,
  degradeKindSchema,
  degradeSchema,
  labelOf,
  qualifierSchema,
} from "./values/coded.ts";
export type { CodeMap, Coded, Coding, Degrade, DegradeKind, Qualifier } from "./values/coded.ts";
export { contentAbsenceSchema, contentSchema } from "./values/content.ts";
export type { Content, ContentAbsence, StoredContent } from "./values/content.ts";
export type { DeepReadonly } from "./values/deep-readonly.ts";
export { dateOfEffective, effectiveSchema, periodSchema } from "./values/effective.ts";
export type { Effective, Period } from "./values/effective.ts";
export { identifierSchema, identifierSystems } from "./values/identifier.ts";
export type { Identifier } from "./values/identifier.ts";
export {
  formatNhsNumber,
  isChiNumber,
  isHealthAndCareNumber,
  isNhsNumber,
  parseNhsNumber,
  withCheckDigit,
} from "./values/nhs-number.ts";
export {
  dateFromParts,
  dayOf,
  partialDateTimeSchema,
  partsOfDate,
  precisionOf,
} from "./values/partial-date-time.ts";
export type { DateParts, DatePrecision, PartialDateTime } from "./values/partial-date-time.ts";
export {
  addressSchema,
  personNameSchema,
  relatedPersonSchema,
  telecomSchema,
} from "./values/person.ts";
export type { Address, PersonName, RelatedPerson, Telecom } from "./values/person.ts";
export {
  comparatorSchema,
  decimalSchema,
  quantityRangeSchema,
  quantitySchema,
} from "./values/quantity.ts";
export type { Comparator, Decimal, Quantity, QuantityRange } from "./values/quantity.ts";
export {
  appointmentOrTaskSchema,
  contactSchema,
  linkSchema,
  registrationSchema,
} from "./record/administration.ts";
export type { AppointmentOrTask, Contact, Link, Registration } from "./record/administration.ts";
export { agentSchema, representedOrganisationSchema } from "./record/agents.ts";
export type { Agent } from "./record/agents.ts";
export { allergyReactionSchema, allergySchema } from "./record/allergies.ts";
export type { Allergy, AllergyReaction } from "./record/allergies.ts";
export { demographicsSchema, withDemographics } from "./record/demographics.ts";
export {
  entryIdSchema,
  entrySchema,
  entryShape,
  entryTextSchema,
  formatIdSchema,
  participantSchema,
  sourceLocationSchema,
  specimenSchema,
} from "./record/entry.ts";
export type {
  Entry,
  EntryId,
  EntryText,
  FormatId,
  Participant,
  SourceLocation,
  Specimen,
} from "./record/entry.ts";
export { extractionSchema } from "./record/extraction.ts";
export type { Extraction } from "./record/extraction.ts";
export { consultationSchema, groupSchema } from "./record/groups.ts";
export type { Consultation, Group } from "./record/groups.ts";
export { immunisationSchema } from "./record/immunisations.ts";
export type { Immunisation } from "./record/immunisations.ts";
export { jsonSchema } from "./record/json.ts";
export type { Json } from "./record/json.ts";
export {
  authorisationSchema,
  discontinuationSchema,
  dispenseSchema,
  medicationCourseSchema,
  medicationIssueSchema,
} from "./record/medication.ts";
export type {
  Authorisation,
  Discontinuation,
  Dispense,
  MedicationIssue,
  Supply,
} from "./record/medication.ts";
export {
  alertSchema,
  documentSchema,
  narrativeSchema,
  questionnaireSchema,
} from "./record/narratives-and-documents.ts";
export type {
  Alert,
  Document,
  Narrative,
  Questionnaire,
} from "./record/narratives-and-documents.ts";
export { newEntry } from "./record/new-entry.ts";
export {
  observationComponentSchema,
  observationSchema,
  observationValueSchema,
  referenceRangeSchema,
} from "./record/observations.ts";
export type {
  Observation,
  ObservationComponent,
  ObservationValue,
  ReferenceRange,
} from "./record/observations.ts";
export {
  emptyRecord,
  entrySections,
  patientRecordSchema,
  recordSections,
  sectionSchemas,
} from "./record/patient-record.ts";
export type {
  AnyEntry,
  EntryOf,
  EntrySection,
  PatientRecord,
  PatientRecordDraft,
  RecordSection,
} from "./record/patient-record.ts";
export { patientSchema } from "./record/patient.ts";
export type { Patient } from "./record/patient.ts";
export { problemLinkSchema, problemSchema } from "./record/problems.ts";
export type { Problem, ProblemLink } from "./record/problems.ts";
export { carePlanSchema, planSchema, referralSchema } from "./record/requests-and-plans.ts";
export type { CarePlan, Plan, Referral } from "./record/requests-and-plans.ts";
export { recordPathSchema, residueSchema } from "./record/residue.ts";
export type { RecordPath, Residue } from "./record/residue.ts";
export { testReportSchema, testRequestSchema } from "./record/tests.ts";
export type { TestReport, TestRequest } from "./record/tests.ts";
export { chooseCoding } from "./codes/choose-coding.ts";
export type { ChooseCoding, ChosenCoding } from "./codes/choose-coding.ts";
export {
  codeSystems,
  labelOfSystem,
  oidOfSystem,
  systemOfOid,
  systemOfUri,
  uriOfSystem,
} from "./codes/code-systems.ts";
export type { CodeSystem } from "./codes/code-systems.ts";
export { isReadCode, isReadCodeWithTerm } from "./codes/read-code.ts";
export { readSnomedId, snomedCheckDigit } from "./codes/snomed-id.ts";
export type { SnomedComponent, SnomedFault } from "./codes/snomed-id.ts";
export {
  blocksPrescribing,
  degradeCodes,
  degradeCoding,
  degradeKindOf,
  receivedDegrade,
  standInIssue,
} from "./codes/degrade-codes.ts";
export { AdapterMisuseError } from "./contract/adapter-misuse-error.ts";
export { checkedOptions } from "./contract/checked-options.ts";
export { bytesOf, sourceOfArtefact, sourceOfBytes } from "./contract/artefact.ts";
export type { Artefact, ArtefactPart, Source, SourcePart } from "./contract/artefact.ts";
export type { ContentPort } from "./contract/content-port.ts";
export type {
  AdapterContext,
  ReadContext,
  ReceiverProfile,
  WriteContext,
} from "./contract/context.ts";
export { Gp2gpError } from "./contract/gp2gp-error.ts";
export { issuesOf, sharedIssueKinds } from "./contract/issue.ts";
export type { Issue, IssueKinds, IssueSeverity } from "./contract/issue.ts";
export type { ArtefactLocation, Loss, LossReason } from "./contract/loss.ts";
export type {
  ArtefactFormat,
  Coverage,
  Fidelity,
  PatientKey,
  ReadResult,
  SectionCoverage,
  SourcePeek,
  SupplierAdapterV1,
  SupplierId,
  WriteResult,
} from "./contract/supplier-adapter-v1.ts";
export { noMaps } from "./contract/terminology-v1.ts";
export type {
  MappedCoding,
  TerminologyV1,
  TranslationAnswer,
  TranslationRequest,
} from "./contract/terminology-v1.ts";
export { carryOver, contradictions, isAbsence } from "./facts/carry-over.ts";
export type { CarryOver } from "./facts/carry-over.ts";
export { comparePaths } from "./facts/compare-paths.ts";
export { carriedLines } from "./facts/carried-lines.ts";
export type { CarriedFact, CarriedLine, CarriedStep } from "./facts/carried-lines.ts";
export type { NameOf } from "./facts/carried-forms.ts";
export { codeMappedLine, readCarriedText, withCarriedText } from "./facts/carried-text.ts";
export type { CarriedText, TextShape } from "./facts/carried-text.ts";
export { EntryFacts, factsOf, pointerOf } from "./facts/facts.ts";
export type { Fact } from "./facts/facts.ts";
export { restoreEntry, restoreFacts } from "./facts/restore-entry.ts";
export { alignSection } from "./diff/align-entries.ts";
export type { AlignedPair, SectionAlignment } from "./diff/align-entries.ts";
export { diffRecords } from "./diff/diff-records.ts";
export type { RecordDifference } from "./diff/diff-records.ts";
export { renderDifferences } from "./diff/render-differences.ts";
export { readRecords } from "./verbs/read-records.ts";
export type { PatientReading } from "./verbs/read-records.ts";
export { translateRecord } from "./verbs/translate-record.ts";
export type { TranslateOptions, Translation } from "./verbs/translate-record.ts";
export { writeRecord } from "./verbs/write-record.ts";
export { participantRoles, roleCoded, roleOf } from "./record/roles.ts";
export type { ParticipantRole } from "./record/roles.ts";
export { unreportedDifferences } from "./diff/unreported-differences.ts";
export { agentNames, sayName } from "./record/agent-names.ts";
export { findWithheld, isConfidential } from "./record/withheld.ts";
export type { Withheld } from "./record/withheld.ts";
export { withRenamedIds } from "./record/with-renamed-ids.ts";
export { DocumentFiles } from "./contract/document-files.ts";
export { completeEntry } from "./facts/complete-entry.ts";
export { isNotDone, degradeKindOfEntry } from "./codes/degrade-kind-of-entry.ts";
