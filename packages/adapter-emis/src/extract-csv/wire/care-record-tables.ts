import { patientTable } from "./table-notation.ts";

const code = "Coding_ClinicalCode";
const misspelt = { ClinicanUserInRoleGuid: "ClinicianUserInRoleGuid" };

/** What was found, done and planned; a problem and a referral are rows beside the observation they extend. */
export const careRecordTables = [
  patientTable(
    {
      name: "CareRecord_Consultation",
      label: "consultation",
      key: "ConsultationGuid",
      references: { ConsultationSourceCodeId: code },
    },
    `ConsultationGuid PatientGuid OrganisationGuid EffectiveDate EffectiveDatePrecision EnteredDate
    ?EnteredTime ClinicianUserInRoleGuid EnteredByUserInRoleGuid AppointmentSlotGuid
    ConsultationSourceTerm:200 ConsultationSourceCodeId Complete +ConsultationType:200 Deleted
    IsConfidential ProcessingId`,
  ),
  patientTable(
    {
      name: "CareRecord_Observation",
      label: "observation",
      key: "ObservationGuid",
      references: { CodeId: code },
    },
    `ObservationGuid PatientGuid OrganisationGuid EffectiveDate EffectiveDatePrecision EnteredDate
    EnteredTime ClinicianUserInRoleGuid EnteredByUserInRoleGuid ParentObservationGuid CodeId
    ProblemGuid ConsultationGuid ?AssociatedText Value NumericUnit:60 ObservationType:20
    NumericRangeLow NumericRangeHigh DocumentGuid +Qualifiers:8000 +Abnormal +AbnormalReason:50
    +Episode:10 Deleted IsConfidential +NumericOperator ProcessingId`,
  ),
  patientTable(
    { name: "CareRecord_Problem", label: "problem", key: "ObservationGuid" },
    `ObservationGuid PatientGuid OrganisationGuid ParentProblemObservationGuid ?Deleted ?Comment
    EndDate EndDatePrecision ExpectedDuration LastReviewDate LastReviewDatePrecision
    LastReviewUserInRoleGuid ParentProblemRelationship:20 ProblemStatusDescription:50
    SignificanceDescription:20 ProcessingId`,
  ),
  patientTable(
    {
      name: "CareRecord_ObservationReferral",
      label: "referral",
      key: "ObservationGuid",
      references: {
        ReferralReasonCodeId: code,
        ReferringCareProfessionalStaffGroupCodeId: code,
        ReferralClosureReasonCodeId: code,
      },
    },
    `ObservationGuid PatientGuid OrganisationGuid ReferralTargetOrganisationGuid ReferralUrgency:50
    ReferralServiceType:100 ReferralMode:100 ReferralReceivedDate ReferralReceivedTime
    ReferralEndDate ReferralSourceId ReferralSourceOrganisationGuid ReferralUBRN:12
    ReferralReasonCodeId ReferringCareProfessionalStaffGroupCodeId
    ReferralEpisodeRTTMeasurementTypeId ReferralEpisodeClosureDate
    ReferralEpisodeDischargeLetterIssuedDate ReferralClosureReasonCodeId +TransportRequired
    ProcessingId`,
  ),
  patientTable(
    {
      name: "CareRecord_Diary",
      label: "diary entry",
      key: "DiaryGuid",
      references: { CodeId: code },
      spellings: misspelt,
    },
    `DiaryGuid PatientGuid OrganisationGuid EffectiveDate EffectiveDatePrecision EnteredDate
    EnteredTime ClinicianUserInRoleGuid EnteredByUserInRoleGuid CodeId OriginalTerm:200
    ?AssociatedText DurationTerm:50 LocationTypeDescription:50 Deleted IsConfidential IsActive
    IsComplete ConsultationGuid ProcessingId`,
  ),
  patientTable(
    {
      name: "Prescribing_DrugRecord",
      label: "drug record",
      key: "DrugRecordGuid",
      references: { CodeId: "Coding_DrugCode" },
      spellings: misspelt,
    },
    `DrugRecordGuid PatientGuid OrganisationGuid EffectiveDate EffectiveDatePrecision EnteredDate
    ?EnteredTime ClinicianUserInRoleGuid EnteredByUserInRoleGuid CodeId Dosage:400 Quantity
    QuantityUnit:60 ProblemObservationGuid PrescriptionType:20 IsActive CancellationDate
    NumberOfIssues NumberOfIssuesAuthorised IsConfidential Deleted +ExpiryDate ProcessingId`,
  ),
  patientTable(
    {
      name: "Prescribing_IssueRecord",
      label: "issue record",
      key: "IssueRecordGuid",
      references: { CodeId: "Coding_DrugCode" },
      spellings: misspelt,
    },
    `IssueRecordGuid PatientGuid OrganisationGuid DrugRecordGuid EffectiveDate
    EffectiveDatePrecision EnteredDate ?EnteredTime ClinicianUserInRoleGuid EnteredByUserInRoleGuid
    CodeId Dosage:400 Quantity QuantityUnit:60 ProblemObservationGuid CourseDurationInDays
    EstimatedNhsCost IsConfidential +EmisCode:50 +PatientMessage:8000 +ScriptPharmacyStamp:255
    +Compliance +AverageCompliance +IsPrescribedAsContraceptive +IsPrivatelyPrescribed
    +PharmacyMessage:8000 +PharmacyText:8000 +ConsultationGuid +ExpiryDate +ReviewDate
    +IssueMethodDescription:100 Deleted ProcessingId`,
  ),
];
