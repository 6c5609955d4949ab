import { expect, it } from "vitest";
import { UsageError } from "../usage-error.ts";
import { nearest } from "./nearest.ts";
import { isChosen, patientChoice } from "./patient-choice.ts";

it("finds the word that was meant, and none where none was", () => {
  const known = ["emis-open", "tpp-client-xml", "gp2gp-ehr-extract"];
  expect(nearest("emis-opne", known)).toBe("emis-open");
  expect(nearest("tpp", known)).toBe("tpp-client-xml");
  expect(nearest("EHR", known)).toBe("gp2gp-ehr-extract");
  expect(nearest("fhir", known)).toBeUndefined();
  expect(nearest("x".repeat(10_000), known)).toBeUndefined();
});

it("takes an NHS number as people write it, or any system and value", () => {
  const patient = { identifiers: [{ system: "nhs-number", value: "9990000018" }] };
  expect(isChosen(patient, patientChoice("999 000 0018"))).toBe(true);
  expect(isChosen(patient, patientChoice("999-000-0018"))).toBe(true);
  expect(isChosen(patient, patientChoice("nhs-number=9990000018"))).toBe(true);
  expect(isChosen(patient, patientChoice("emis:patient=598"))).toBe(false);
  expect(() => patientChoice("9990000019")).toThrow(UsageError);
});
