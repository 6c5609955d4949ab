import { emisTable, patientTable } from "./table-notation.ts";

/** Patients, staff, places and organisations, and who did what to patients' rows. */
export const adminTables = [
  patientTable(
    {
      name: "Admin_Patient",
      label: "patient",
      key: "PatientGuid",
      spellings: {
        PersonGUID: "PersonGuid",
        ExternalUsusalGP: "ExternalUsualGP",
        ExternalUsusalGPOrganisation: "ExternalUsualGPOrganisation",
      },
    },
    `PatientGuid OrganisationGuid UsualGpUserInRoleGuid Sex:1 DateOfBirth DateOfDeath Title:50
    GivenName:40 MiddleNames:256 Surname:100 DateOfRegistration NhsNumber:10 PatientNumber
    PatientTypeDescription:30 DummyType HouseNameFlatNumber:50 NumberAndStreet:50 Village:50 Town:50
    County:50 Postcode:7 ResidentialInstituteCode NHSNumberStatus CarerName:452 CarerRelation:100
    PersonGuid DateofDeactivation Deleted SpineSensitive IsConfidential EmailAddress:100
    HomePhone:100 MobilePhone:100 ExternalUsualGPGuid ExternalUsualGP:263
    ExternalUsualGPOrganisation +ContactComments:200 ProcessingId`,
  ),
  patientTable(
    { name: "Admin_PatientHistory", label: "registration status" },
    `PatientGuid OrganisationGuid HistoryDate HistoryTime StatusDescription ProcessingId`,
  ),
  emisTable(
    { name: "Admin_UserInRole", label: "user in role", key: "UserInRoleGuid" },
    `UserInRoleGuid OrganisationGuid Title:50 GivenName:108 Surname:100 JobCategoryCode:5
    JobCategoryName:100 ContractStartDate ContractEndDate +RegistrationNumber:50 ProcessingId`,
  ),
  emisTable(
    { name: "Admin_Organisation", label: "organisation", key: "OrganisationGuid" },
    `OrganisationGuid CDB OrganisationName:200 ODSCode:20 ParentOrganisationGuid
    CCGOrganisationGuid OrganisationType:50 OpenDate CloseDate MainLocationGuid ProcessingId`,
  ),
  emisTable(
    { name: "Admin_Location", label: "location", key: "LocationGuid" },
    `LocationGuid LocationName:100 LocationTypeDescription:50 ParentLocationGuid OpenDate CloseDate
    MainContactName:200 FaxNumber:100 EmailAddress:100 PhoneNumber:100 HouseNameFlatNumber:50
    NumberAndStreet:50 Village:50 Town:50 County:50 Postcode:8 Deleted ProcessingId`,
  ),
  emisTable(
    {
      name: "Admin_OrganisationLocation",
      label: "location of an organisation",
      key: "LocationGuid",
    },
    `OrganisationGuid LocationGuid IsMainLocation Deleted ProcessingId`,
  ),
  emisTable(
    {
      name: "Agreements_SharingOrganisation",
      label: "sharing organisation",
      key: "OrganisationGuid",
    },
    `OrganisationGuid IsActivated LastModifiedDate Disabled Deleted`,
  ),
  patientTable(
    { name: "Audit_PatientAudit", label: "audit of an item", outlivesPatient: true },
    `ItemGuid PatientGuid OrganisationGuid ModifiedDate ModifiedTime UserInRoleGuid ItemType:200
    ModeType:100 ProcessingId`,
  ),
  patientTable(
    { name: "Audit_RegistrationAudit", label: "audit of a registration", outlivesPatient: true },
    `PatientGuid OrganisationGuid ModifiedDate ModifiedTime UserInRoleGuid ModeType:100
    ProcessingId`,
  ),
];
