import { Gp2gpError } from "./gp2gp-error.ts";

/** An adapter was asked for something it does not offer, or given options that are not its own. */
export class AdapterMisuseError extends Gp2gpError {
  override readonly name = "AdapterMisuseError";
  readonly code: "cannot-read" | "cannot-write" | "options-invalid" | "version-unknown";
  readonly format: string;

  constructor(code: AdapterMisuseError["code"], format: string, hint: string) {
    super(`${format}: ${hint}`);
    this.code = code;
    this.format = format;
  }
}
