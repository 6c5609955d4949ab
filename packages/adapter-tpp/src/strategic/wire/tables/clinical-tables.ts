import { table } from "../table.ts";

/** What was found, done and written down. */
export const clinicalTables = [
  table({
    name: "SREvent",
    label: "event",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy IDStaffMemberProfileRole TextualEventDoneBy IDOrganisationDoneAt IDAuthorisedBy
    IDProfileAuthorisedBy ContactEventLocation ContactMethod EventIncomplete ClinicalEvent
    IDReferralIn IDPatient IDOrganisation IDTeam IDBranch IDOrganisationRegisteredAt
    RemovedData`,
    optional: `IDOrganisationRegisteredAt RemovedData`,
  }),
  table({
    name: "SREventLink",
    label: "event link",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt IDEvent IDPatient IDReferralIn
    IDOrganisation IDAppointment IDVisit IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRFreeText",
    label: "free text",
    columns: `
    RowIdentifier IDPatient IDReferralIn IDEvent Question FreeText EventDate SRTable
    IDSRTable QuestionnaireName IDAnsweredQuestionnaire`,
  }),
  table({
    name: "SRCode",
    label: "coded entry",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt CTV3Code CTV3Text SNOMEDCode SNOMEDText
    NumericComparator IsNumeric NumericValue NumericUnit EpisodeType IDTemplate
    IDQuestionnaire IDEvent IDPatient IDReferralIn IDAppointment IDVisit IDOrganisation
    IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData IDQuestionnaire SNOMEDCode SNOMEDText IsNumeric
    IDOrganisationRegisteredAt`,
  }),
  table({
    name: "SRProblem",
    label: "problem",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt CTV3Code DateEnd Severity IDCode
    IDEvent IDPatient IDReferralIn IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRDrugSensitivity",
    label: "drug sensitivity",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt DateStarted DateEnded
    FormulationSpecific IDDrugCode IDMultiLexAction IDReferralIn IDEvent IDPatient
    IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRImmunisation",
    label: "immunisation",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt IDVaccination IDImmunisationContent
    Dose Location Method DateExpiry ImmsReadCode ImmsSNOMEDCode VaccPart VaccBatchNumber
    VaccAreaCode VaccinationStatus IDEvent IDPatient IDOrganisation
    IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData ImmsSNOMEDCode IDOrganisationRegisteredAt`,
  }),
  table({
    name: "SRImmunisationConsent",
    label: "immunisation consent",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt ConsentedToVacc RefusalOrConsentCurrent
    DateEnded VaccName VaccContent IDEvent IDPatient IDOrganisation
    IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRRecall",
    label: "recall",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt DateRecall RecallType
    RecallInitialStatus RecallStatus RecallStatusDate IDReferralIn IDEvent IDPatient
    IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `IDOrganisationRegisteredAt RemovedData`,
  }),
  table({
    name: "SRSpecialNotes",
    label: "special note",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded IDProfileEnteredBy DateStart
    Type Note DateExpired DateDeleted IDPatient RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRPersonAtRisk",
    label: "person at risk",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateAdded IDProfileEnteredBy ProtectionPlan
    DateRemoved IDProfileRemovedBy RemovalReason IDPatient IDOrganisation
    IDOrganisationRegisteredAt ReasonForPlan RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRChildAtRisk",
    label: "child at risk",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateAdded IDProfileEnteredBy ChildProtectionPlan
    DateRemoved IDProfileRemovedBy RemovalReason IDPatient IDOrganisation
    IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRGoal",
    label: "goal",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt GoalCategory GoalType GoalOutcome
    GoalImportance DateGoalTarget ActionPlanCategory ActionPlanPatientConfidence
    ActionPlanOutcome DateEndedActionPlan IDEvent IDPatient IDOrganisation`,
  }),
  table({
    name: "SRNeeds",
    label: "need",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt NeedName NeedPriority DateStart NeedMet
    ReasonNeedNotMet DateEnd EndReason IDEvent IDPatient IDOrganisation RemovedData`,
  }),
  table({
    name: "SRAnsweredQuestionnaire",
    label: "answered questionnaire",
    columns: `
    RowIdentifier IDOrganisationVisibleTo IDPatient IDEvent IDQuestionnaire DateEvent
    IDDoneBy DateEventRecorded IDProfileEnteredBy IDOrganisationDoneAt`,
  }),
  table({
    name: "SRLetter",
    label: "letter",
    columns: `
    RowIdentifier IDOrganisationVisibleTo IDPatient IDEvent DateEvent IDDoneBy
    DateEventRecorded IDProfileEnteredBy IDOrganisationDoneAt DateFinalised SenderTitle
    SenderFirstName SenderSurname SenderOrganisation RecipientTitle RecipientFirstName
    RecipientSurname RecipientOrganisation Direction CommunicationType IDAppointment
    IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRMedia",
    label: "media",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DocumentUID IDPatient IDEvent DateEvent IDDoneBy
    DateEventRecorded IDProfileEnteredBy IDOrganisationDoneAt FileName FileSize SenderTitle
    SenderFirstName SenderSurname SenderOrganisation RecipientTitle RecipientFirstName
    RecipientSurname RecipientOrganisation EmailAddress Direction CommunicationType
    IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `IDOrganisation IDOrganisationRegisteredAt RemovedData`,
  }),
] as const;
