/** Lists of values, as the published schema has them; those named `client…` the richer grammar has besides. */
export const codeSchemes = ["CTV3", "Snomed"] as const;
export const drugSchemes = ["Multilex", "Dmd"] as const;
export const sexes = ["M", "F"] as const;
export const clientSexes = ["I", "U"] as const;
export const yesNo = ["Yes", "No"] as const;
export const englishSpeakers = ["Unknown", "Yes", "No"] as const;
export const medicationTypes = ["Other medication", "NHS medication", "Private issue"] as const;
export const medicationEndReasons = ["End of Course", "Side Effect"] as const;
export const episodicities = ["New", "Ongoing"] as const;
export const problemSeverities = [
  "Major Episode",
  "Minor Episode",
  "Major Event",
  "Minor Event",
] as const;
export const clientProblemSeverities = ["Major", "Minor"] as const;
/** Ids of a list whose meaning TPP has not published. */
export const comparators = ["3", "4", "5", "6", "7", "8"] as const;
export const reminderSeverities = ["Low", "Normal", "High"] as const;
export const recallStatuses = [
  "Awaiting Result",
  "Pending",
  "1st Recall",
  "2nd Recall",
  "3rd Recall",
  "Seen",
  "Cancelled by patient",
  "Cancelled by clinician",
] as const;
export const clientRecallStatuses = ["Suspended"] as const;
export const vaccinationPartTypes = [
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "Single",
  "1st Scheduled Booster",
  "2nd Scheduled Booster",
  "Booster",
  "Unspecified Booster",
  "Adolescent 1",
  "Adolescent 2",
  "Under 1 yr",
  "At Birth",
  "2 Months",
  "4 Months",
  "6 Months",
  "9 Months",
  "12 Months",
  "18 Months",
  "24 Months",
  "Primary",
] as const;
export const clientVaccinationPartTypes = [
  "1 Month",
  "3 Months",
  "5 Months",
  "8 Months",
  "8 Months 1 Week",
  "15 Months",
  "3 Years",
  "4 Years",
  "4-6 Years",
  "5 Years",
  "6 Years",
  "13-16 Years",
] as const;
export const letterDirections = ["Incoming", "Outgoing", "Other"] as const;
export const responsibilities = [
  "Nurse",
  "Patient",
  "Carer",
  "Therapist",
  "Assistant",
  "Practitioner",
  "Social Care Co-ordinator",
] as const;
export const carePlanAims = [
  "",
  "Assessment",
  "Enabling",
  "Supportive",
  "Curative",
  "Rehabilitation",
  "Maintenance",
  "Anticipatory",
] as const;
export const followUpActions = [
  "No Further Action",
  "Make an appointment to see doctor",
  "Make an appointment to see nurse",
  "Need to speak to doctor",
  "Need to repeat test",
  "Request Notes",
  "Patient To Pick Up Script",
  "Communicate Patient",
  "Need to speak to nurse",
  "Other",
] as const;
export const reportResults = [
  "Normal",
  "Normal, but unexpected",
  "Satisfactory",
  "Borderline",
  "Abnormal, but expected",
  "Abnormal",
  "Specimen lost / unusable",
  "Positive",
  "Negative",
  "Unknown",
  "Not responded to invitation",
] as const;
export const reportTypes = ["Pathology", "Radiology", "Blood Spot", "Screening"] as const;
export const drugSensitivityTypes = ["Drug", "Ingredient"] as const;
export const eventMethods = [
  "Text",
  "Email",
  "Face to face",
  "Telephone",
  "Letter",
  "Fax",
  "E-mail",
  "DNA",
] as const;
export const appointmentStatuses = [
  "Booked",
  "Arrived",
  "Waiting",
  "In Progress",
  "Finished",
  "Did Not Attend",
  "Patient Walked Out",
  "Cancelled by Patient",
  "Cancelled by Organisation",
] as const;
export const visitStatuses = [
  "Booked",
  "Finished",
  "Cancelled by Patient",
  "Cancelled by Organisation",
] as const;
export const nationalIdTypes = ["GMC", "NMCC", "UKCC", "Other"] as const;
export const recordStates = ["Open", "Closed"] as const;
