import type { Telecom } from "@gp2gp/core";
import { identifierSystems } from "@gp2gp/core";
import { emisSystems } from "../../../shared/emis-systems.ts";
import type { WireRegistration } from "../../wire/registration-types.ts";

/** Members of the registration that are identifiers of the patient, in the order the record has them. */
export const identifierFields = [
  ["NhsNumber", identifierSystems.nhsNumber],
  ["CHINumber", identifierSystems.chiNumber],
  ["@PatientID", emisSystems.patient],
  ["OldNhsNumber", "emis:old-nhs-number"],
  ["HospitalNumbers", "emis:hospital-numbers"],
  ["ServiceNumber", "emis:service-number"],
  ["PrisonNumber", "emis:prison-number"],
  ["PreviousPrisonNumbers", "emis:previous-prison-numbers"],
  ["SocialSecurityNumber", "emis:social-security-number"],
  ["GRONumber", "emis:gro-number"],
  ["UPCINumber", "emis:upci-number"],
] as const satisfies readonly (readonly [keyof WireRegistration | "@PatientID", string])[];

/** Members of the registration that are ways to reach the patient. */
export const telecomFields = [
  ["HomeTelephone", { kind: "phone", use: "home" }],
  ["WorkTelephone", { kind: "phone", use: "work" }],
  ["Mobile", { kind: "mobile" }],
  ["Email", { kind: "email" }],
] as const satisfies readonly (readonly [keyof WireRegistration, Omit<Telecom, "value">])[];
