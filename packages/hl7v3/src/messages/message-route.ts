import { oids } from "../vocabulary/oids.ts";
import type { II } from "../data-types/simple.ts";
import type { CommunicationFunction } from "../transmission/communication-function.ts";
import type { MessageSystemAuthor } from "../transmission/control-act.ts";

/** What every message that is made needs. */
export interface MessageFacts {
  /** The id of the message: an upper-case UUID. */
  readonly messageId: string;
  /** When the message is made: `YYYYMMDDHHMMSS`. */
  readonly creationTime: string;
  /** The system that sends, by its ASID. */
  readonly fromAsid: string;
  /** The system that receives, by its ASID. */
  readonly toAsid: string;
  /** The version of HL7 that the message says it is in. */
  readonly versionCode?: string;
}

/** The version that real extracts say they are in. */
const usualVersion = "V3NPfIT3.1.10";

/** A system, as it is identified in a message. */
function asid(extension: string): II {
  return { root: oids.asid.oid, extension };
}

/** An organisation, as it is identified in a message. */
export function odsCode(extension: string): II {
  return { root: oids.odsCode.oid, extension };
}

/** The head and the route of a message: production, current processing, no acknowledgement of acceptance. */
export function madeHead(
  facts: MessageFacts,
  interaction: string,
): {
  readonly id: II;
  readonly creationTime: { readonly value: string };
  readonly versionCode: { readonly code: string };
  readonly interactionId: II;
  readonly processingCode: { readonly code: string };
  readonly processingModeCode: { readonly code: string };
  readonly acceptAckCode: { readonly code: string };
  readonly communicationFunctionRcv: readonly CommunicationFunction[];
  readonly communicationFunctionSnd: CommunicationFunction;
} {
  return {
    id: { root: facts.messageId },
    creationTime: { value: facts.creationTime },
    versionCode: { code: facts.versionCode ?? usualVersion },
    interactionId: { root: oids.interaction.oid, extension: interaction },
    processingCode: { code: "P" },
    processingModeCode: { code: "T" },
    acceptAckCode: { code: "NE" },
    communicationFunctionRcv: [{ device: { id: [asid(facts.toAsid)] } }],
    communicationFunctionSnd: { device: { id: [asid(facts.fromAsid)] } },
  };
}

/** The system that makes a message, as its author. */
export function madeAuthor(facts: MessageFacts): readonly MessageSystemAuthor[] {
  return [{ AgentSystemSDS: { agentSystemSDS: { id: asid(facts.fromAsid) } } }];
}

/** The first identifier of a root. */
export function extensionOf(ids: readonly II[] | undefined, root: string): string | undefined {
  return ids?.find((id) => id.root === root)?.extension;
}
