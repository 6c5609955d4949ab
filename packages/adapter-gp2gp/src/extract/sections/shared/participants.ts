import { roleCoded, roleOf } from "@gp2gp/core";
import type { Participant } from "@gp2gp/core";
import type { AgentRef, Informant, Participant as StatementParticipant } from "@gp2gp/hl7v3";
import { readPeriod, writePeriod } from "../../values/effective.ts";
import { readDateTime, writeDateTime } from "../../values/date-time.ts";
import { readRelatedPerson, writeRelatedPerson } from "../../values/related-person.ts";
import { readRole, writeRole } from "./roles.ts";
import type { ReadScope, WriteScope } from "./scopes.ts";

/** Who had a part in a statement: informants first, then participants. */
export function readParticipants(
  informants: readonly Informant[] | undefined,
  participants: readonly StatementParticipant[] | undefined,
  scope: ReadScope,
): Participant[] {
  if (informants === undefined && participants === undefined) return [];
  return [
    ...(informants ?? []).map(readInformant),
    ...(participants ?? []).map((participant) => readParticipant(participant, scope)),
  ];
}

function readInformant({ informantRole }: Informant): Participant {
  const person = readRelatedPerson(informantRole?.code, informantRole?.playingPerson);
  return { role: roleCoded("informant"), ...(person && { person }) };
}

function readParticipant(
  { typeCode, time, agentRef }: StatementParticipant,
  scope: ReadScope,
): Participant {
  const agent = scope.agentId(agentRef?.id);
  const at = readDateTime(time?.value);
  const period = readPeriod(time) ?? (at === undefined ? undefined : { start: at });
  return {
    role: readRole(typeCode),
    ...(agent !== undefined && { agent }),
    ...(period && { time: period }),
  };
}

const isInformant = ({ role, agent }: Participant): boolean =>
  agent === undefined && roleOf(role) === "informant";

/** The informants and participants of a statement; those without a place are left for the caller to carry. */
export function writeParticipants(
  participants: readonly Participant[],
  scope: WriteScope,
): { readonly informant?: Informant[]; readonly Participant?: StatementParticipant[] } {
  if (participants.length === 0) return {};
  const firstOther = participants.findIndex((participant) => !isInformant(participant));
  const split = firstOther < 0 ? participants.length : firstOther;
  const informant = participants.slice(0, split).map(writeInformant);
  const others = participants.slice(split).flatMap((participant) => {
    const typeCode = writeRole(participant.role);
    if (typeCode === undefined || participant.person !== undefined || isInformant(participant))
      return [];
    return [writeParticipant(participant, typeCode, scope)];
  });
  return {
    ...(informant.length > 0 && { informant }),
    ...(others.length > 0 && { Participant: others }),
  };
}

function writeInformant({ person }: Participant): Informant {
  const { code, person: playingPerson } = writeRelatedPerson(person ?? {});
  return {
    typeCode: "INF",
    contextControlCode: "OP",
    informantRole: {
      classCode: "ROL",
      ...(code && { code }),
      ...(playingPerson && { playingPerson }),
    },
  };
}

function writeParticipant(
  { agent, time }: Participant,
  typeCode: string,
  scope: WriteScope,
): StatementParticipant {
  const start =
    time && time.end === undefined && time.endAbsent === undefined && time.width === undefined;
  const at = start ? writeDateTime(time.start) : undefined;
  const period = at === undefined ? writePeriod(time) : { value: at };
  return {
    typeCode,
    contextControlCode: "OP",
    ...(period && { time: period }),
    agentRef: writeAgentRef(agent, scope),
  };
}

/** A reference to an agent; to none, or to one that is not in the directory, one that says it is not known. */
export function writeAgentRef(agent: string | undefined, scope: WriteScope): AgentRef {
  const known = agent !== undefined && scope.hasAgent(agent);
  return {
    classCode: "AGNT",
    id: known ? { root: scope.writtenId(agent) } : { nullFlavor: "UNK" },
  };
}
