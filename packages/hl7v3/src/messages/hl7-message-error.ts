const marker = Symbol.for("gp2gp.hl7v3.message-error");

const messages = {
  "extract-absent":
    "The XML holds no EHR Extract: expected an element EhrExtract in the namespace urn:hl7-org:v3. Nothing was read.",
  "request-absent":
    "The XML holds no EHR request: expected an element RCMR_IN010000UK05 in the namespace urn:hl7-org:v3. Nothing was read.",
  "acknowledgement-absent":
    "The XML holds no application acknowledgement: expected an element MCCI_IN010000UK13 in the namespace urn:hl7-org:v3. Nothing was read.",
} as const;

/** Which message was looked for and not found. */
export type Hl7MessageErrorCode = keyof typeof messages;

/** The input is XML, but not the message that was asked for. The message is fixed text per code. */
export class Hl7MessageError extends Error {
  override readonly name = "Hl7MessageError";
  readonly [marker] = true;
  readonly code: Hl7MessageErrorCode;

  constructor(code: Hl7MessageErrorCode) {
    super(messages[code]);
    this.code = code;
  }

  /** True for every Hl7MessageError, also one made by another copy of this package. */
  static isInstance(error: unknown): error is Hl7MessageError {
    return typeof error === "object" && error !== null && marker in error;
  }
}
