import { Gp2gpError } from "@gp2gp/core";

const messages = {
  "outbox-missing":
    "The practice's outbox folder is not there. Bring it back, or correct the practice's settings.",
  "inbox-missing":
    "The practice's inbox folder is not there. Bring it back, or correct the practice's settings.",
  "export-incomplete":
    "The newest export of the patient was changed moments ago and cannot be read yet.",
} as const;

/** A practice's system cannot be reached as it is set up. Trying again helps once that is put right. */
export class ConnectorError extends Gp2gpError {
  override readonly name = "ConnectorError";
  readonly code: keyof typeof messages;

  constructor(code: ConnectorError["code"], options?: ErrorOptions) {
    super(messages[code], options);
    this.code = code;
  }
}
