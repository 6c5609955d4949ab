import { Gp2gpError } from "@gp2gp/core";

const messages = {
  "output-exists":
    "There is already something at the output path. Name another or allow overwriting.",
  "output-unwritable":
    "The output cannot be written. Check the permissions of its folder and the space on the disk.",
  "output-not-a-folder": "The output path is a file and the format needs a folder. Name another.",
  "output-not-a-file": "The output path is a folder and the format needs a file. Name a file.",
} as const;

/** An artefact that could not be written where it was asked for; nothing is left there by the attempt. */
export class ArtefactError extends Gp2gpError {
  override readonly name = "ArtefactError";
  readonly code: keyof typeof messages;

  constructor(code: ArtefactError["code"], about: { readonly cause?: unknown } = {}) {
    super(messages[code], about.cause === undefined ? undefined : { cause: about.cause });
    this.code = code;
  }
}
