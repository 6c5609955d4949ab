import type { CarriedMessage } from "./carried-message.ts";

/**
 * Takes a message that has arrived. Resolves once the message is stored for good: only then may the
 * transport tell the other side that it arrived. A message that comes again is taken again and changes
 * nothing. Rejects with TransportError `recipient-unknown` when no practice here has the ODS code it is
 * for, and with anything else when it could not be stored; the transport then brings it again.
 */
export type MessageReceiver = (message: CarriedMessage) => Promise<void>;

/** What carries GP2GP messages from one practice's gateway to another's. */
export interface TransportV1 {
  readonly specificationVersion: "v1";
  /** `<kind>`, such as `table` or `spine`. */
  readonly id: string;
  /**
   * Sends a message. Resolves once the transport has it for good and will deliver it at least once,
   * whatever crashes; until then the sender keeps it and sends it again under the same message id.
   * Sending a message id again is harmless. Rejects with TransportError.
   */
  send(message: CarriedMessage): Promise<void>;
  /**
   * Names who takes messages that arrive, before any can. A transport has one receiver; calling again
   * rejects with TransportError `receiver-already-set`.
   */
  receive(receiver: MessageReceiver): Promise<void>;
}
