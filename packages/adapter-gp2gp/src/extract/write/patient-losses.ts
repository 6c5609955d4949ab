import { factsOf, pointerOf } from "@gp2gp/core";
import type { AnyEntry, Loss, Patient } from "@gp2gp/core";
import { writeIdentifier } from "../values/identifier.ts";

/** What a record says of its patient beyond the one identifier an extract has room for. */
export function patientLosses(patient: Patient): Loss[] {
  const nhs = patient.identifiers.findIndex(({ system }) => system === "nhs-number");
  const written = nhs >= 0 ? nhs : 0;
  const identifier = patient.identifiers[written];
  const held = identifier !== undefined && writeIdentifier(identifier) !== undefined;
  return factsOf(patient as unknown as AnyEntry).flatMap(({ path }): Loss[] => {
    if (held && path[0] === "identifiers" && path[1] === written) return [];
    return [
      {
        type: "dropped",
        record: pointerOf("patient", ...path),
        section: "patient",
        reason: "no-place",
      },
    ];
  });
}
