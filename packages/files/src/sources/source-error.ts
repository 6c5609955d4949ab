import { Gp2gpError } from "@gp2gp/core";

export type SourceErrorCode =
  | "input-missing"
  | "input-unreadable"
  | "input-empty"
  | "input-not-a-file"
  | "input-too-many-files"
  | "input-too-deep"
  | "zip-damaged"
  | "zip-hostile"
  | "zip-bomb"
  | "zip-encrypted"
  | "zip-unsupported";

const messages: Readonly<Record<SourceErrorCode, string>> = {
  "input-missing": "There is no such file or folder. Check the path.",
  "input-unreadable": "The input cannot be opened for reading. Check its permissions and the disk.",
  "input-empty": "The input is empty. Give the file the practice system exported.",
  "input-not-a-file":
    "The input is or holds a link, pipe or device, and only plain files are read. Copy the files themselves.",
  "input-too-many-files": "The input holds more files than the limit. Give it in smaller parts.",
  "input-too-deep": "The input nests folders deeper than the limit. Flatten it.",
  "zip-damaged": "The zip archive is damaged or cut short. Make or copy it again.",
  "zip-hostile":
    "The zip archive holds names or entries that no honest archive has, and is refused. Make it again.",
  "zip-bomb":
    "The zip archive unpacks to far more than it holds, and is refused. Unpack it yourself.",
  "zip-encrypted": "The zip archive is encrypted. Give it without a password.",
  "zip-unsupported":
    "The zip archive uses a compression other than deflate. Make it again with the usual one.",
};

/** An input that cannot be opened. The message is fixed text per code; `part` names the file within the input. */
export class SourceError extends Gp2gpError {
  override readonly name = "SourceError";
  readonly code: SourceErrorCode;
  readonly part?: string;

  constructor(
    code: SourceErrorCode,
    about: { readonly part?: string; readonly cause?: unknown } = {},
  ) {
    super(messages[code], about.cause === undefined ? undefined : { cause: about.cause });
    this.code = code;
    if (about.part !== undefined) this.part = about.part;
  }
}
