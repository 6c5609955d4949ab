import type { Allergy } from "@gp2gp/core";
import type { CompoundStatement } from "@gp2gp/hl7v3";
import { writeCoded } from "../../values/coded.ts";
import { writeObservation } from "../observations/write-observation.ts";
import type { Carry, WriteScope } from "../shared/scopes.ts";
import { writeConfidentiality } from "../shared/statement-head.ts";
import { wrapperOf } from "./allergy-codes.ts";
import { writeTimes } from "../../values/times.ts";

/** The id of the category an allergy stands in. */
const wrapperSeed = (id: string): string => `gp2gp-ehr-extract:allergy-category:${id}`;

/** An allergy as real messages write it: an observation alone in a category that says which kind it is of. */
export function writeAllergy(entry: Allergy, scope: WriteScope, carry?: Carry): CompoundStatement {
  const [substance] = entry.substances;
  const observation = writeObservation(
    { ...entry, ...(substance && { value: { kind: "coded", coded: substance } }) },
    scope,
    carry,
  );
  return {
    classCode: "CATEGORY",
    moodCode: "EVN",
    id: [{ root: scope.newId(wrapperSeed(scope.writtenId(entry.id))) }],
    code: writeCoded(wrapperOf(entry.kind)),
    statusCode: { code: "COMPLETE" },
    ...writeTimes(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    component: [
      {
        typeCode: "COMP",
        contextConductionInd: "true",
        statement: { kind: "ObservationStatement", ...observation },
      },
    ],
  };
}
