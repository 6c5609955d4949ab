import { roleCoded } from "@gp2gp/core";
import type { Agent, Participant } from "@gp2gp/core";
import type { CompositionAuthor, EhrComposition } from "@gp2gp/hl7v3";
import { readOptionalPlace } from "../agents/read-place.ts";
import { readCoded } from "../../values/coded.ts";
import { readDateTime } from "../../values/date-time.ts";
import { readText } from "../../values/text.ts";
import { readCompositionName } from "./composition-codes.ts";
import { readRole } from "../shared/roles.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { readHead } from "../shared/statement-head.ts";

/** A composition without its statements: what kind of encounter or filing, by whom, where and when. */
export function readConsultation(
  composition: EhrComposition,
  scope: ReadScope,
): Reading<"consultations"> & { readonly place: Agent | undefined } {
  const place = readOptionalPlace(composition.location, scope);
  const author = readAuthor(composition.author, scope);
  const concept = readCompositionName(composition.code);
  const replaced = scope.referenceId(composition.replacementOf?.priorCompositionRef?.id);
  return {
    section: "consultations",
    entry: {
      ...readHead([composition.id], undefined, composition, scope),
      ...(concept && { concept }),
      participants: [
        ...(author ? [author] : []),
        ...(composition.Participant2 ?? []).map(({ typeCode, agentRef }): Participant => {
          const agent = scope.agentId(agentRef?.id);
          return { role: readRole(typeCode), ...(agent !== undefined && { agent }) };
        }),
      ],
      ...(place && { location: place.id }),
      ...(replaced !== undefined && { replaces: [replaced] }),
    },
    place,
  };
}

/** Who wrote it and when; undefined where the author element says nothing. */
function readAuthor(
  author: CompositionAuthor | undefined,
  scope: ReadScope,
): Participant | undefined {
  const agent = scope.agentId(author?.agentRef?.id);
  const start = readDateTime(author?.time?.value);
  const signature = readCoded(author?.signatureCode);
  const signatureText = readText(author?.signatureText);
  if (agent === undefined && start === undefined && !signature && signatureText === undefined)
    return undefined;
  return {
    role: roleCoded("author"),
    ...(agent !== undefined && { agent }),
    ...(start !== undefined && { time: { start } }),
    ...(signature && { signature }),
    ...(signatureText !== undefined && { signatureText }),
  };
}
