import type { AdapterContext } from "@gp2gp/core";
import { hl7Time } from "./message-times.ts";

/** What stands around an extract, which no record knows. */
export interface ExtractEnvelope {
  readonly messageId: string;
  readonly requestId: string;
  readonly at: string;
  readonly from: { readonly odsCode: string; readonly asid: string };
  readonly to: { readonly odsCode: string; readonly asid: string };
}

/** The options by which the wire format's adapter is told what stands around the extract. */
export function extractOptions(envelope: ExtractEnvelope): NonNullable<AdapterContext["options"]> {
  return {
    "gp2gp-ehr-extract": {
      messageId: envelope.messageId,
      requestId: envelope.requestId,
      creationTime: hl7Time(envelope.at),
      senderAsid: envelope.from.asid,
      receiverAsid: envelope.to.asid,
      senderOds: envelope.from.odsCode,
      receiverOds: envelope.to.odsCode,
    },
  };
}
