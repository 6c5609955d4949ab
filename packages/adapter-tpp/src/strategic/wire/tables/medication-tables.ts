import { table } from "../table.ts";

/** Repeat templates, and what was prescribed or recorded. */
export const medicationTables = [
  table({
    name: "SRRepeatTemplate",
    label: "repeat template",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt IDMultiLexProduct IDMultiLexPack
    IDMultiLexDMD NameOfMedication DateMedicationTemplateStart DateMedicationTemplateEnd
    DateMedicationTemplateReview MedicationDosage MedicationQuantity MaxIssues
    CourseLengthPerIssue DrugStatus IDReferralIn IDEvent IDPatient IDOrganisation
    IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRPrimaryCareMedication",
    label: "medication",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt IDMultiLexProduct IDMultiLexPack
    IDMultiLexDMD NameOfMedication DateMedicationStart DateMedicationEnd MedicationDosage
    MedicationQuantity IsSupervised SupervisedDose UnsupervisedDose IsRepeatMedication
    IsOtherMedication IsDentalMedication IsHospitalMedication IDRepeatTemplate IDReferralIn
    IDEvent IDPatient IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SROutPatientMedication",
    label: "outpatient medication",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy NameOfMedication StandardOrInstalment StandardIssueDose
    StandardIssueQuantity InstalmentDailyDose InstalmentSupervisedDose DateFirstAdmin
    DateSupplyUntil Continuation SourceOfSupply DateMedicationEnd MedicationEndReason
    IDMedicationEndedBy IDProfileMedicationEndedBy IDReferralIn IDOrganisation IDEvent
    IDPatient`,
  }),
] as const;
