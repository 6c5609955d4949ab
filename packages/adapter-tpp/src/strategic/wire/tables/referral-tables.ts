import { table } from "../table.ts";

/** Referrals and what became of them. */
export const referralTables = [
  table({
    name: "SRReferralOut",
    label: "referral out",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt TypeOfReferral Reason IDProfileReferrer
    ServiceOffered ReReferral Urgency PrimaryDiagnosis SNOMEDPrimaryDiagnosis RecipientID
    RecipientIDType IDEvent IDPatient IDOrganisation
    M101140ReasonForOutOfAreaReferralAdultAcuteMentalHealth IDOrganisationRegisteredAt
    RemovedData`,
    optional: `RemovedData SNOMEDPrimaryDiagnosis`,
  }),
  table({
    name: "SRReferralOutStatusDetails",
    label: "status of a referral out",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDOrganisationDoneAt
    IDProfileEnteredBy TextualEventDoneBy IDDoneBy StatusOfReferralOut IDReferralOut IDEvent
    IDPatient IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRReferralIn",
    label: "referral in",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt Category PrimaryReason DateReferral
    DateOnReferralLetter Source ServiceOffered ServiceType ReReferral Urgency
    IDCodePrimaryDiagnosis ReferralCode IDReferralLocal ReasonForServiceDelay Outcome
    DefaultContactLocation DateDischargeScheduled DateDischarge DischargeReason
    DischargeLocation IDReferrer SourceTableReferrer PatientAware DateOfAction ActiveStatus
    ReferredToSpeciality ReferredToTreatmentCode IDReferredTo SourceTableReferrerTo
    ReferralPriority ReferralMedium DateOfDecision DayCareReferral MaternityReferral
    Commissioner ClientCategory PrimarySupportReason IDCaseload IDEvent IDPatient
    IDOrganisation ReferralEndReason HospitalReferralSourceCdsCode`,
  }),
  table({
    name: "SRReferralInStatusDetails",
    label: "status of a referral in",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt StatusOfReferralIn IDReferralIn IDEvent
    IDPatient IDOrganisation RemovedData`,
  }),
  table({
    name: "SRRefusedOffer",
    label: "refused offer",
    columns: `
    RowIdentifier IDOrganisationVisibleTo OfferType DateOfferedFor DateOfferMade
    IDProfileOfferMadeBy DateOfferRefused Reasonable DateDeleted IDHospitalWaitingList
    IDReferralIn IDPatient IDOrganisation RemovedData`,
  }),
] as const;
