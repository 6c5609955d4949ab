import { roleOf } from "@gp2gp/core";
import type { Consultation, Effective, Participant } from "@gp2gp/core";
import type {
  CompositionAuthor,
  CompositionParticipant,
  EhrComposition,
  Location,
} from "@gp2gp/hl7v3";
import { writeOptionalCode } from "../../values/coded.ts";
import { writeDateTime } from "../../values/date-time.ts";
import { writeText } from "../../values/text.ts";
import { writeCompositionName } from "./composition-codes.ts";
import { writeAgentRef } from "../shared/participants.ts";
import { writeRole } from "../shared/roles.ts";
import type { WriteScope } from "../shared/scopes.ts";
import { writeConfidentiality, writeStatusOf } from "../shared/statement-head.ts";
import { writeTimes } from "../../values/times.ts";
import type { Times } from "../../values/times.ts";

/** A composition without its statements, which the caller puts in. */
export function writeConsultation(
  entry: Consultation,
  location: Location | undefined,
  scope: WriteScope,
): EhrComposition {
  const [first, ...rest] = entry.participants;
  const written = first !== undefined && roleOf(first.role) === "author" && !first.person;
  const [replaced] = entry.replaces ?? [];
  return {
    classCode: "COMPOSITION",
    moodCode: "EVN",
    id: { root: scope.writtenId(entry.id) },
    code: writeCompositionName(entry.concept),
    ...writeStatusOf(entry),
    ...writeTimes(isEndAlone(entry.effective) ? withoutEffective(entry) : entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    author: writeAuthor(written ? first : undefined, scope),
    ...(location && { location }),
    ...writeCompositionParticipants(written ? rest : entry.participants, scope),
    ...(replaced !== undefined && {
      replacementOf: {
        typeCode: "RPLC",
        priorCompositionRef: {
          classCode: "COMPOSITION",
          moodCode: "EVN",
          id: { root: scope.writtenId(replaced) },
        },
      },
    }),
  };
}

/** Receivers refuse a composition of which only the end is known (gp2gp-messages 1.6, 3): it is left for the caller to carry. */
const isEndAlone = (effective: Effective | undefined): boolean =>
  effective?.kind === "period" &&
  effective.start === undefined &&
  effective.startAbsent === undefined &&
  effective.width === undefined;

const withoutEffective = ({ recorded }: Consultation): Times =>
  recorded === undefined ? {} : { recorded };

/** The author every composition must have; one nobody recorded is said to be unknown. */
export function writeAuthor(author: Participant | undefined, scope: WriteScope): CompositionAuthor {
  const value = writeDateTime(author?.time?.start);
  const signatureCode = writeOptionalCode(author?.signature);
  const signatureText = writeText(author?.signatureText);
  return {
    typeCode: "AUT",
    contextControlCode: "OP",
    time: value === undefined ? { nullFlavor: "UNK" } : { value },
    ...(signatureCode && { signatureCode }),
    ...(signatureText && { signatureText }),
    agentRef: writeAgentRef(author?.agent, scope),
  };
}

/** The others who had a part in a composition, as far as there is a type for what they did. */
export function writeCompositionParticipants(
  participants: readonly Participant[],
  scope: WriteScope,
): Pick<EhrComposition, "Participant2"> {
  const written = participants.flatMap((one) => writeCompositionParticipant(one, scope));
  return written.length > 0 ? { Participant2: written } : {};
}

function writeCompositionParticipant(
  participant: Participant,
  scope: WriteScope,
): CompositionParticipant[] {
  const typeCode = writeRole(participant.role);
  if (typeCode === undefined || participant.person) return [];
  return [
    { typeCode, contextControlCode: "OP", agentRef: writeAgentRef(participant.agent, scope) },
  ];
}
