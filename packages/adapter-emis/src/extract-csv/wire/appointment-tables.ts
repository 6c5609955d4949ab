import { emisTable, patientTable } from "./table-notation.ts";

/** Sessions of staff, and their slots that patients have booked. */
export const appointmentTables = [
  patientTable(
    {
      name: "Appointment_Slot",
      label: "appointment slot",
      key: "SlotGuid",
      outlivesPatient: true,
      references: {
        SessionGuid: ["Appointment_Session", "Appointment_SessionUser"],
        DnaReasonCodeId: "Coding_ClinicalCode",
      },
    },
    `SlotGuid AppointmentDate AppointmentStartTime PlannedDurationInMinutes PatientGuid SendInTime
    LeftTime DidNotAttend PatientWaitInMin AppointmentDelayInMin ActualDurationInMinutes
    OrganisationGuid SessionGuid DnaReasonCodeId +BookedDate +BookedTime +SlotStatus:20
    +SlotType:100 +IsBookableOnline +BookingMethod:25 +ExternalPatientGuid
    +ExternalPatientOrganisation +ModeOfContact:200 +IsBlocked +ContextType:200 +ServiceSetting:200
    +NationalSlotCategoryName:200 +NationalSlotCategoryDescription:900 Deleted ProcessingId`,
  ),
  emisTable(
    { name: "Appointment_Session", label: "appointment session", key: "AppointmentSessionGuid" },
    `AppointmentSessionGuid Description:100 LocationGuid SessionTypeDescription:50
    SessionCategoryDisplayName:100 StartDate StartTime EndDate EndTime Private OrganisationGuid
    Deleted ProcessingId`,
  ),
  emisTable(
    { name: "Appointment_SessionUser", label: "user of a session", key: "SessionGuid" },
    `SessionGuid UserInRoleGuid Deleted ProcessingId`,
  ),
];
