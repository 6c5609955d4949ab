import type { Registration } from "@gp2gp/core";
import type { RegistrationStatement } from "@gp2gp/hl7v3";
import { writeEquivalents } from "../../values/coded.ts";
import { writeAgentRef } from "../shared/participants.ts";
import type { WriteScope } from "../shared/scopes.ts";
import { writeConfidentiality, writeStatusOf, writeTail } from "../shared/statement-head.ts";
import { writeTimes } from "../../values/times.ts";
import type { Times } from "../../values/times.ts";

/** A registration of the patient. */
export function writeRegistration(entry: Registration, scope: WriteScope): RegistrationStatement {
  return {
    classCode: "OBS",
    moodCode: "EVN",
    id: { root: scope.writtenId(entry.id) },
    code: writeEquivalents(entry.type),
    ...writeStatusOf(entry),
    ...writeTimes(timesOf(entry)),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...(entry.responsible !== undefined && {
      responsibleParty: { typeCode: "RESP", agentRef: writeAgentRef(entry.responsible, scope) },
    }),
    ...writeTail(entry, scope),
  };
}

/** A period is read as start and end: an effective time of that kind is left to be carried. */
function timesOf(entry: Registration): Times {
  const { start, end, effective, ...others } = entry;
  if (start === undefined && end === undefined)
    return effective?.kind === "period" ? others : entry;
  return {
    ...others,
    effective: {
      kind: "period",
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    },
  };
}
