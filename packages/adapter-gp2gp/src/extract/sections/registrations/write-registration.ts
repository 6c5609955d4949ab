import type { Registration } from "@gp2gp/core";
import type { RegistrationStatement } from "@gp2gp/hl7v3";
import { writeEquivalents } from "../../values/coded.ts";
import { writeAgentRef } from "../shared/participants.ts";
import type { WriteScope } from "../shared/scopes.ts";
import { writeConfidentiality, writeStatusOf, writeTail } from "../shared/statement-head.ts";
import { writeTimes } from "../../values/times.ts";

/** A registration of the patient. */
export function writeRegistration(entry: Registration, scope: WriteScope): RegistrationStatement {
  const { start, end } = entry;
  const period = start !== undefined || end !== undefined;
  return {
    classCode: "OBS",
    moodCode: "EVN",
    id: { root: scope.writtenId(entry.id) },
    code: writeEquivalents(entry.type),
    ...writeStatusOf(entry),
    ...writeTimes(
      period
        ? {
            ...entry,
            effective: {
              kind: "period",
              ...(start !== undefined && { start }),
              ...(end !== undefined && { end }),
            },
          }
        : entry,
    ),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...(entry.responsible !== undefined && {
      responsibleParty: { typeCode: "RESP", agentRef: writeAgentRef(entry.responsible, scope) },
    }),
    ...writeTail(entry, scope),
  };
}
