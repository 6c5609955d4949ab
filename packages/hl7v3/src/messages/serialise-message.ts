import type { OutputElement } from "@gp2gp/xml";
import { serialiseWire, type SerialiseWireOptions } from "../table/serialise-wire.ts";
import { acknowledgementInteraction } from "./acknowledgement.ts";
import { acknowledgementMessage, type AcknowledgementMessage } from "./acknowledgement-message.ts";
import type { ExtractInteraction } from "./build-extract-message.ts";
import { ehrRequestInteraction } from "./ehr-request.ts";
import { ehrExtractMessage, type EhrExtractMessage } from "./extract-message.ts";
import { ehrRequestMessage, type EhrRequestMessage } from "./request-message.ts";

/** An extract message as a document. The interaction names its element, and says which model it is in. */
export function serialiseEhrExtractMessage(
  message: EhrExtractMessage,
  interaction: ExtractInteraction,
  options?: SerialiseWireOptions,
): OutputElement {
  return serialiseWire(ehrExtractMessage, message, interaction, options);
}

/** An EHR request as a document. */
export function serialiseEhrRequest(
  message: EhrRequestMessage,
  options?: SerialiseWireOptions,
): OutputElement {
  return serialiseWire(ehrRequestMessage, message, ehrRequestInteraction, options);
}

/** An application acknowledgement as a document. */
export function serialiseAcknowledgement(
  message: AcknowledgementMessage,
  options?: SerialiseWireOptions,
): OutputElement {
  return serialiseWire(acknowledgementMessage, message, acknowledgementInteraction, options);
}
