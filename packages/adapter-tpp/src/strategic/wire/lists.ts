/** The tables that hold the texts of lists: those of the system, and those sites make. */
export type ListTable = "SRMapping" | "SRConfiguredListOption";

/**
 * Columns that hold the id of a text in a list. `either`: where it is not published whether the column
 * holds an id, or of which list, both are looked into, and a text stands for itself.
 */
const lists: Readonly<Record<string, ListTable | "either">> = {
  "SRPatient.SpeaksEnglish": "SRMapping",
  "SRPatientInformation.SpeaksEnglish": "SRMapping",
  "SRPatientAddressHistory.AddressType": "SRMapping",
  "SRPatientContactDetails.ContactType": "SRMapping",
  "SRPatientContactProperty.PatientContactType": "either",
  "SRPatientContactProperty.PropertyType": "either",
  "SRPatientRelationship.RelationshipType": "SRConfiguredListOption",
  "SRPatientRelationship.ContactMethod": "SRConfiguredListOption",
  "SRPatientRelationship.CommunicationFormat": "either",
  "SRPatientGroups.GroupType": "either",
  "SRRecordStatus.MedicalRecordStatus": "either",
  "SREvent.ContactMethod": "SRConfiguredListOption",
  "SREvent.ContactEventLocation": "SRConfiguredListOption",
  "SRCode.EpisodeType": "SRMapping",
  "SRProblem.Severity": "SRMapping",
  "SRRepeatTemplate.DrugStatus": "either",
  "SROutPatientMedication.MedicationEndReason": "either",
  "SROutPatientMedication.SourceOfSupply": "either",
  "SROutPatientMedication.StandardOrInstalment": "either",
  "SRImmunisation.VaccPart": "SRMapping",
  "SRImmunisation.Location": "either",
  "SRImmunisation.Method": "either",
  "SRImmunisation.VaccinationStatus": "either",
  "SRRecall.RecallStatus": "SRMapping",
  "SRRecall.RecallInitialStatus": "SRMapping",
  "SRVisit.FollowUpDetails": "SRMapping",
  "SRVisit.CurrentStatus": "either",
  "SRReferralOut.TypeOfReferral": "SRConfiguredListOption",
  "SRReferralOut.Reason": "SRConfiguredListOption",
  "SRReferralOut.ServiceOffered": "either",
  "SRReferralOut.Urgency": "either",
  "SRReferralOutStatusDetails.StatusOfReferralOut": "either",
  "SRReferralIn.Category": "either",
  "SRReferralIn.PrimaryReason": "either",
  "SRReferralIn.Source": "either",
  "SRReferralIn.ServiceOffered": "either",
  "SRReferralIn.ServiceType": "either",
  "SRReferralIn.Urgency": "either",
  "SRReferralIn.Outcome": "either",
  "SRReferralIn.DischargeReason": "either",
  "SRReferralIn.DischargeLocation": "either",
  "SRReferralIn.ReferralPriority": "either",
  "SRReferralIn.ReferralMedium": "either",
  "SRReferralIn.ReferralEndReason": "either",
  "SRReferralInStatusDetails.StatusOfReferralIn": "either",
  "SRGoal.GoalCategory": "either",
  "SRGoal.GoalType": "either",
  "SRGoal.GoalOutcome": "either",
  "SRGoal.GoalImportance": "either",
  "SRGoal.ActionPlanCategory": "either",
  "SRGoal.ActionPlanPatientConfidence": "either",
  "SRGoal.ActionPlanOutcome": "either",
  "SRNeeds.NeedName": "either",
  "SRNeeds.NeedPriority": "either",
  "SRNeeds.ReasonNeedNotMet": "either",
  "SRNeeds.EndReason": "either",
  "SRPersonAtRisk.RemovalReason": "either",
  "SRPersonAtRisk.ReasonForPlan": "either",
  "SRChildAtRisk.RemovalReason": "either",
  "SRSpecialNotes.Type": "either",
  "SRLetter.CommunicationType": "either",
  "SRMedia.CommunicationType": "either",
  "SRRefusedOffer.OfferType": "either",
};

export function listOf(table: string, column: string): ListTable | "either" | undefined {
  return lists[`${table}.${column}`];
}

/** The column of a list table that holds the text. */
export const listTextColumn = {
  SRMapping: "Mapping",
  SRConfiguredListOption: "ConfiguredListOption",
} as const satisfies Record<ListTable, string>;
