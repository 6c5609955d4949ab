import { table } from "../table.ts";

/** Appointments and visits. */
export const practiceTables = [
  table({
    name: "SRAppointment",
    label: "appointment",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateStart DateEnd AppointmentStatus
    DateAppointmentBooked DatePatientArrival DatePatientSeen FollowUpAppointment
    TelephoneAppointment IDClinician IDProfileClinician RotaName RotaType RotaLocation
    RotaCode IDRotaOwner IDProfileRotaOwner AllowsOverbooking BookingContactNumber
    DateAppointmentCancelled IDRota IDReferralIn IDPatient IDOrganisation
    IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRVisit",
    label: "visit",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded IDProfileEnteredBy DateBooked
    DateRequested CurrentStatus IDProfileRequested IDProfileAssigned FollowUpDetails
    IDReferralIn IDPatient IDOrganisation Duration IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRAppointmentFlags",
    label: "appointment flag",
    columns: `
    RowIdentifier IDOrganisationVisibleTo IDAppointment Flag OldRowIdentifier RemovedData`,
    optional: `RemovedData`,
  }),
] as const;
