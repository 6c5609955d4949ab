const marker = Symbol.for("gp2gp.transport.error");

const messages = {
  "recipient-unknown":
    "No practice known here has the ODS code the message is for. The message was not taken; check the address.",
  "route-unknown":
    "The transport knows no way to the practice the message is for. The message was not sent; register the practice or check its ODS code.",
  "message-rejected":
    "The transport refused the message, and would refuse it again. It was not sent.",
  unavailable: "The transport cannot take messages now. The message is kept and sent again.",
  "receiver-already-set":
    "This transport already has a receiver. Make one gateway the receiver of each transport.",
} as const;

export type TransportErrorCode = keyof typeof messages;

/** A message could not be sent or taken. The text is fixed for the code and names nobody. */
export class TransportError extends Error {
  override readonly name = "TransportError";
  readonly [marker] = true;
  readonly code: TransportErrorCode;
  /** Whether the same message may go through later. */
  readonly isTemporary: boolean;

  constructor(code: TransportErrorCode, options?: ErrorOptions) {
    super(messages[code], options);
    this.code = code;
    this.isTemporary = code === "unavailable";
  }

  /** True for every TransportError, also one made by another copy of this package. */
  static isInstance(error: unknown): error is TransportError {
    return typeof error === "object" && error !== null && marker in error;
  }
}
