import type { Allergy, Coding } from "@gp2gp/core";

/* What rows mean by where their code stands in Read version 2. */

/** VALUE1 is the systolic, VALUE2 the diastolic pressure. */
export const isBloodPressure = (code: string): boolean => code.startsWith("246");

/** VALUE1 is how much, VALUE2 whether never, currently or formerly: alcohol and smoking. */
export const isHabit = (code: string): boolean => /^13[67]/.test(code);

/** Codes whose own words say that they are about a relative. */
export const isFamilyHistory = (code: string): boolean => code.startsWith("12");

/** Vaccinations, and allergies however they are recorded. */
export const isImmunisationOrAllergy = (code: string): boolean => /^(65|14L|14M|SN5)/.test(code);

/** Chapters of drugs and appliances have letters in lower case. */
export const isDrug = (code: string): boolean => /^[a-u]/.test(code);

/** What a coded measurement is called, and its Read code where it has one of its own. */
export interface Measurement {
  readonly label: string;
  readonly coding?: Coding;
}

const readCode = (code: string, display: string): Coding => ({
  system: "read-v2",
  code,
  display,
  asserted: "mapped",
});

export const systolic: Measurement = {
  label: "Systolic",
  coding: readCode("2469.00", "O/E - Systolic BP reading"),
};
export const diastolic: Measurement = {
  label: "Diastolic",
  coding: readCode("246A.00", "O/E - Diastolic BP reading"),
};

/** What VALUE2 is beside the value of a code. */
const secondMeasurements: readonly (readonly [start: string, measurement: Measurement])[] = [
  ["22A", { label: "Body mass index", coding: readCode("22K..00", "Body mass index") }],
  ["44B", { label: "Weeks pregnant" }],
  ["152", { label: "Miscarriages" }],
];

/** Undefined where nothing is published of a second value. */
export function secondMeasurement(code: string): Measurement | undefined {
  return secondMeasurements.find(([start]) => code.startsWith(start))?.[1];
}

const allergyKinds: readonly (readonly [start: string, kind: Allergy["kind"]])[] = [
  ["1151", "none-known"],
  ["14L", "drug"],
  ["14M", "non-drug"],
  ["9bJ4", "drug"],
  ["9bJ5", "non-drug"],
];

/** What an allergy is to, as far as its code says. */
export function allergyKindOf(code: string): Allergy["kind"] {
  return allergyKinds.find(([start]) => code.startsWith(start))?.[1] ?? "unspecified";
}
