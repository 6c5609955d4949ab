/**
 * A column of which the record has no member of its own: what it says stands among the texts of its entry,
 * behind its label, where every other system shows it. A flag is said only where it is raised, or with
 * `denied` only where it is not.
 */
export interface LabelledColumn {
  readonly column: string;
  readonly label: string;
  readonly kind: "words" | "date" | "flag" | "denied";
  /** Said only where it is not what this column has, which it has where nothing is said. */
  readonly unlike?: string;
  /** Words that a member of the record says. */
  readonly apart?: readonly string[];
}

const words = (column: string, label: string): LabelledColumn => ({ column, label, kind: "words" });
const date = (column: string, label: string): LabelledColumn => ({ column, label, kind: "date" });
const flag = (column: string, label: string): LabelledColumn => ({ column, label, kind: "flag" });

const labelled: Readonly<Record<string, readonly LabelledColumn[]>> = {
  SRPatientRelationship: [
    flag("NextOfKin", "Next of kin"),
    flag("PersonalGuardianOrProxy", "Personal guardian or proxy"),
    flag("CaresForPatient", "Cares for the patient"),
    flag("PrincipalCarerForPatient", "Principal carer of the patient"),
    flag("KeyHolder", "Key holder"),
    flag("HasParentalResponsibility", "Has parental responsibility"),
    flag("FinancialRepresentative", "Financial representative"),
    flag("Advocate", "Advocate"),
    flag("MainVisitor", "Main visitor"),
    flag("CallCentreCallBackConsent", "Consents to be called back"),
    flag("CopyCorrespondence", "Copy correspondence"),
    flag("InterpreterRequired", "Interpreter required"),
    words("ContactOrder", "Contact order"),
    words("ContactMethod", "Contact method"),
    words("CommunicationFormat", "Communication format"),
    words("RelationshipWithSex", "Sex"),
    words("RelationshipWithSpokenLanguage", "Spoken language"),
  ],
  SREvent: [
    words("ContactEventLocation", "Location"),
    flag("EventIncomplete", "Event incomplete"),
    { column: "ClinicalEvent", label: "Clinical event", kind: "denied" },
  ],
  SRCode: [{ ...words("EpisodeType", "Episode type"), apart: ["New", "Ongoing"] }],
  SRPrimaryCareMedication: [
    flag("IsSupervised", "Supervised"),
    words("SupervisedDose", "Supervised dose"),
    words("UnsupervisedDose", "Unsupervised dose"),
  ],
  SROutPatientMedication: [
    words("StandardOrInstalment", "Standard or instalment"),
    words("InstalmentDailyDose", "Daily dose of an instalment"),
    words("InstalmentSupervisedDose", "Supervised dose of an instalment"),
    date("DateSupplyUntil", "Supply until"),
    words("Continuation", "Continuation"),
    words("SourceOfSupply", "Source of supply"),
  ],
  SRDrugSensitivity: [{ ...date("DateStarted", "Started"), unlike: "DateEvent" }],
  SRImmunisation: [words("VaccAreaCode", "Area code")],
  SRImmunisationConsent: [
    flag("ConsentedToVacc", "Consented to vaccination"),
    { column: "RefusalOrConsentCurrent", label: "Current", kind: "denied" },
    date("DateEnded", "Ended"),
  ],
  SRRecall: [
    words("RecallInitialStatus", "Initial status"),
    date("RecallStatusDate", "Status date"),
  ],
  SRPersonAtRisk: [
    words("ReasonForPlan", "Reason for the plan"),
    words("RemovalReason", "Reason for removal"),
  ],
  SRChildAtRisk: [words("RemovalReason", "Reason for removal")],
  SRGoal: [
    words("GoalOutcome", "Outcome"),
    words("GoalImportance", "Importance"),
    date("DateGoalTarget", "Target date"),
    words("ActionPlanPatientConfidence", "Confidence of the patient in the action plan"),
  ],
  SRNeeds: [
    words("NeedPriority", "Priority"),
    flag("NeedMet", "Need met"),
    words("ReasonNeedNotMet", "Reason the need is not met"),
    words("EndReason", "Reason for the end"),
  ],
  SRReferralOut: [
    words("TypeOfReferral", "Type of referral"),
    words("Reason", "Reason for referral"),
    flag("ReReferral", "Referred again"),
    words(
      "M101140ReasonForOutOfAreaReferralAdultAcuteMentalHealth",
      "Reason for the referral out of area",
    ),
  ],
  SRReferralIn: [
    words("Category", "Category"),
    words("PrimaryReason", "Primary reason"),
    date("DateOnReferralLetter", "Date on the letter"),
    words("Source", "Source"),
    words("ServiceType", "Type of service"),
    flag("ReReferral", "Referred again"),
    words("ReasonForServiceDelay", "Reason for the delay"),
    words("DefaultContactLocation", "Place of contact"),
    date("DateDischargeScheduled", "Discharge scheduled"),
    date("DateDischarge", "Discharged"),
    words("DischargeReason", "Reason for discharge"),
    words("DischargeLocation", "Discharged to"),
    flag("PatientAware", "Patient aware"),
    date("DateOfAction", "Date of action"),
    words("ActiveStatus", "Active status"),
    words("ReferralPriority", "Priority"),
    date("DateOfDecision", "Date of decision"),
    flag("DayCareReferral", "Day care"),
    flag("MaternityReferral", "Maternity"),
    words("Commissioner", "Commissioner"),
    words("ClientCategory", "Client category"),
    words("PrimarySupportReason", "Primary support reason"),
    words("ReferralEndReason", "Reason for the end"),
  ],
  SRAppointment: [
    words("RotaName", "Rota"),
    words("RotaCode", "Rota code"),
    flag("FollowUpAppointment", "Follow-up"),
    flag("TelephoneAppointment", "By telephone"),
    date("DatePatientArrival", "Patient arrived"),
    date("DatePatientSeen", "Patient seen"),
    date("DateAppointmentCancelled", "Cancelled"),
    words("BookingContactNumber", "Contact number"),
  ],
  SRVisit: [date("DateRequested", "Requested"), words("FollowUpDetails", "Follow-up")],
  SROnlineServices: [
    flag("ViewRecord", "View record"),
    flag("Appointments", "Appointments"),
    flag("Prescriptions", "Prescriptions"),
    flag("Questionnaires", "Questionnaires"),
    flag("SummaryCareRecord", "Summary care record"),
    flag("DetailedCodedRecord", "Detailed coded record"),
    date("DateDeleted", "Ended"),
  ],
  SRPatientGroups: [
    words("Name", "Group"),
    words("GroupType", "Type of group"),
    words("Members", "Members"),
    date("DateRemoved", "Removed"),
  ],
  SRRefusedOffer: [
    words("OfferType", "Type of offer"),
    date("DateOfferedFor", "Offered for"),
    date("DateOfferMade", "Offer made"),
    date("DateOfferRefused", "Offer refused"),
    flag("Reasonable", "Reasonable offer"),
    date("DateDeleted", "Ended"),
  ],
  SRPatientContactProperty: [
    words("PatientContactType", "Type of contact"),
    words("PropertyType", "Property"),
    words("Property", "Value"),
  ],
};

export function labelledColumnsOf(table: string): readonly LabelledColumn[] {
  return labelled[table] ?? [];
}
