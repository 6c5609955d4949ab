import { table } from "../table.ts";

/** What is about no patient: staff, organisations, lists. Tables stand before those they refer to. */
export const sharedTables = [
  table({
    name: "SRRota",
    label: "rota",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateCreation IDProfileCreatedBy Name RotaType
    Location Code IDProfileOwner DateStart AllowOverBooking BookingContactNumber
    IDAppointmentRoom IDBranch RemovedData`,
    optional: `DateStart RemovedData`,
  }),
  table({
    name: "SRAppointmentRoom",
    label: "room",
    columns: `
    RowIdentifier IDOrganisationVisibleTo Name DateCreated IDCreatedBy IDProfileCreatedBy
    DateDeleted IDDeletedBy IDProfileDeletedBy IdBranch IDOrganisationBranch IDLocation
    RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRTemplate",
    label: "template",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DatePublished IDProfilePublishedBy TemplateName
    TemplateVersion IDOrganisation RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRQuestionnaire",
    label: "questionnaire",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DtPublished IDProfilePublishedBy QuestionnaireName
    QuestionnaireVersion IDOrganisation RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRImmunisationContent",
    label: "vaccine content",
    columns: `
    RowIdentifier Name Content DateDeleted RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRStaffMemberProfile",
    label: "staff profile",
    columns: `
    RowIdentifier DateProfileCreated IdProfileCreatedBy IDStaffMemberProfileRole StaffRole
    DateEmploymentStart DateEmploymentEnd PPAID GPLocalCode IDStaffMember IDOrganisation
    GmpID RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRStaffMember",
    label: "member of staff",
    columns: `
    RowIdentifier StaffName StaffUserName NationalIdType IDNational IDSmartCard Obsolete
    RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRStaffMemberProfileRole",
    label: "role of staff",
    columns: `
    RowIdentifier RoleDescription IsSpineRole DateLastAmended DateDeleted RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRTeam",
    label: "team",
    columns: `
    RowIdentifier IDOrganisationVisibleTo TeamName TeamType IDOrganisation TeamCreated
    TeamDeleted IDParentTeam`,
  }),
  table({
    name: "SRAddressBookEntry",
    label: "address book entry",
    columns: `
    RowIdentifier IDOrganisationVisibleTo DateCreated Title FirstName MiddleNames Surname
    OrganisationName IDParentAddressBookEntry HouseName HouseNumber NameOfRoad
    NameOfLocality NameOfTown NameOfCounty FullPostcode`,
  }),
  table({
    name: "SROrganisationBranch",
    label: "branch",
    columns: `
    RowIdentifier IDOrganisationVisibleTo ID BranchName HouseName HouseNumber RoadName
    Locality Town County PostCode BranchObsolete IDOrganisation RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SROrganisation",
    label: "organisation",
    columns: `
    RowIdentifier Name ID HouseName HouseNumber NameOfRoad NameOfLocality NameOfTown
    NameOfCounty FullPostCode Telephone SecondaryTelephone Fax MadeObsolete IDTrust IDCcg
    RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRTrust",
    label: "trust",
    columns: `
    RowIdentifier DateCreated IdProfileCreatedBy Name OdsCode HouseName HouseNumber
    NameOfRoad NameOfLocality NameOfTown NameOfCounty FullPostCode Telephone
    SecondaryTelephone Fax RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRCcg",
    label: "commissioning group",
    columns: `
    RowIdentifier DateCreated IdProfileCreatedBy Name OdsCode HouseName HouseNumber
    NameOfRoad NameOfLocality NameOfTown NameOfCounty FullPostCode Telephone
    SecondaryTelephone Fax RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRMedicationReadCodeDetails",
    label: "code of a drug",
    columns: `
    RowIdentifier IDMultiLexProduct DrugReadCode DrugReadCodeDesc RemovedData`,
    optional: `RemovedData`,
  }),
  table({
    name: "SRMapping",
    label: "mapping",
    columns: `
    RowIdentifier IdMappingGroup Mapping`,
  }),
  table({
    name: "SRMappingGroup",
    label: "mapping group",
    columns: `
    RowIdentifier MappingGroup`,
    optional: `MappingGroup`,
  }),
  table({
    name: "SRConfiguredListOption",
    label: "list option",
    columns: `
    RowIdentifier ConfiguredList ConfiguredListOption CDSCode CAMHSCode MHSDSCode
    RemovedData MHLDDSCode`,
    optional: `MHLDDSCode RemovedData`,
  }),
  table({
    name: "SRManifest",
    label: "file of the extract",
    columns: `
    FileName IsDelta IsReference DateExtractFrom DateExtractTo`,
  }),
] as const;
