import { Gp2gpError } from "@gp2gp/core";

const messages = {
  "content-missing": "Stored content is no longer in the content store. Restore it from a backup.",
  "content-damaged":
    "Stored content no longer has the bytes that were stored. Check the disk and restore it from a backup.",
  "content-address-invalid": "A content address is not a sha256 digest in lower-case hexadecimal.",
} as const;

/** Content that cannot be given back as it was stored. */
export class ContentError extends Gp2gpError {
  override readonly name = "ContentError";
  readonly code: keyof typeof messages;
  readonly sha256: string;

  constructor(code: ContentError["code"], sha256: string) {
    super(messages[code]);
    this.code = code;
    this.sha256 = sha256;
  }
}
