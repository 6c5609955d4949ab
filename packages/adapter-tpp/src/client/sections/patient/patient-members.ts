import type { Telecom } from "@gp2gp/core";

/** The ways to reach the patient and the elements that hold them, in the order of the format. */
export const patientTelecoms = [
  ["HomeTelephone", { kind: "phone", use: "home" }],
  ["WorkTelephone", { kind: "phone", use: "work" }],
  ["MobileTelephone", { kind: "mobile" }],
  ["AlternateTelephone", { kind: "phone", use: "alternate" }],
  ["EmailAddress", { kind: "email" }],
] as const satisfies readonly (readonly [string, Omit<Telecom, "value">])[];

/** How a name goes that the patient is known as. */
export const knownAs = "known-as";
