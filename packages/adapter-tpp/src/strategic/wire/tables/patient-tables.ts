import { table } from "../table.ts";

/** The patient: who it is, where, registered how, known to whom. */
export const patientTables = [
  table({
    name: "SRPatient",
    label: "patient",
    columns: `
    RowIdentifier IDOrganisationVisibleTo Title FirstName MiddleNames Surname
    PreviousSurname NHSNumber DateBirth DateDeath BirthPlace Gender SpeaksEnglish
    EmailAddress TestPatient SSRef SpineMatched RemovedData`,
    optional: `SpineMatched RemovedData`,
  }),
  table({
    name: "SRPatientAddressHistory",
    label: "address of the patient",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt NameOfBuilding NumberOfBuilding
    NameOfRoad NameOfLocality NameOfTown NameOfCounty FullPostCode DateTo AddressType
    IDEvent IDPatient IDOrganisation CcgOfResidence RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRPatientContactDetails",
    label: "contact number of the patient",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt ContactType ContactNumber IDEvent
    IDPatient IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData IDOrganisationRegisteredAt`,
  }),
  table({
    name: "SRPatientRegistration",
    label: "registration",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded IDProfileEnteredBy
    DateRegistration DateDeRegistration RegistrationStatus PreferredPharmacy IDPatient
    IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `IDOrganisationRegisteredAt RemovedData`,
  }),
  table({
    name: "SRGPPracticeHistory",
    label: "practice of the patient",
    columns: `
    RowIdentifier IDOrganisationVisibleTo IDPractice IDProfileRegisteredGP DateFrom DateTo
    IDPatient RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRPatientRelationship",
    label: "relationship",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt DateEnded RelationshipType
    PersonalGuardianOrProxy NextOfKin CaresForPatient PrincipalCarerForPatient KeyHolder
    HasParentalResponsibility FinancialRepresentative Advocate MainVisitor
    CallCentreCallBackConsent CopyCorrespondence ContactOrder ContactMethod
    CommunicationFormat InterpreterRequired IDRelationshipWithPatient
    IDPatientRelationshipWith CodeRelationshipWithUser RelationshipWithName
    RelationshipWithDateOfBirth RelationshipWithHouseName RelationshipWithHouseNumber
    RelationshipWithRoad RelationshipWithLocality RelationshipWithPostTown
    RelationshipWithCounty RelationshipWithPostCode RelationshipWithTelephone
    RelationshipWithWorkTelephone RelationshipWithMobileTelephone RelationshipWithFax
    RelationshipWithEmailAddress RelationshipWithSex RelationshipWithSpokenLanguage
    RelationshipWithOrganisation IDEvent IDPatient IDOrganisation IDOrganisationRegisteredAt
    RemovedData`,
    optional: `Advocate MainVisitor RemovedData`,
  }),
  table({
    name: "SRSmsConsent",
    label: "consent to text messages",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt SmsConsent IDEvent IDPatient
    IDOrganisation RemovedData`,
  }),
  table({
    name: "SRPatientInformation",
    label: "patient information",
    columns: `
    RowIdentifier IDOrganisationVisibleTo Title FirstName MiddleNames Surname
    PreviousSurname NHSNumber DateBirth DateDeath BirthPlace Gender SpeaksEnglish
    EmailAddress PreferredPharmacy TestPatient DateRegistration DateDeRegistration
    RegistrationStatus SSRef IDPatient IDOrganisation RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRPatientContactProperty",
    label: "contact property",
    columns: `
    RowIdentifier IDOrganisationVisibleTo IDPatient PatientContactType PatientContactId
    PropertyType Property`,
  }),
  table({
    name: "SRPatientGroups",
    label: "patient group",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEventRecorded DateEvent IDProfileEnteredBy
    Name GroupType Members DateRemoved IDStaffRemoved IDProfileRemoved IDEvent IDPatient
    IDOrganisation RemovedData`,
  }),
  table({
    name: "SROnlineServices",
    label: "online services",
    columns: `
    RowIdentifier IDOrganisationVisibleTo IDEvent IDPatient DateEventRecorded DateEvent
    IDProfileEnteredBy IDDoneBy TextualEventDoneBy IDOrganisation IDOrganisationDoneAt
    ViewRecord Appointments Prescriptions Questionnaires SummaryCareRecord DateDeleted
    IDProfileDeletedBy DetailedCodedRecord IDOnlineUser RemovedData`,
  }),
  table({
    name: "SRRecordStatus",
    label: "record status",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateEvent DateEventRecorded IDProfileEnteredBy
    IDDoneBy TextualEventDoneBy IDOrganisationDoneAt MedicalRecordStatus IDEvent IDPatient
    IDOrganisation IDOrganisationRegisteredAt RemovedData`,
    optional: `RemovedData`,
  }),
] as const;
