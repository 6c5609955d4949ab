import { contentAbsenceSchema } from "@gp2gp/core";
import type { Content, ContentAbsence, StoredContent } from "@gp2gp/core";
import { isAddress } from "../../values/text.ts";

const fileScheme = "file://localhost/";
// gp2gp-messages 1.2: a file of this name stands for one that could not be sent
const absentPrefix = "AbsentAttachment";
/** How we name one: with why it is absent, where that is not that it was not found. */
const ourPrefix = `${absentPrefix}-`;
const reasoned = new RegExp(
  String.raw`^\((${contentAbsenceSchema.options.join("|")})\)-(.*)$`,
  "s",
);

/** The name of the file a `file:` or `cid:` address names. */
export function fileNameOf(uri: string): string {
  const path = uri.startsWith("cid:") ? uri.slice(4) : (uri.split("/").at(-1) ?? uri);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where the content behind a reference is. `stored` has what came along, by file name. */
export function readContent(
  uri: string | undefined,
  mediaType: string | undefined,
  stored: ReadonlyMap<string, StoredContent>,
): Content {
  const media = mediaType === undefined || mediaType === "" ? {} : { mediaType };
  if (uri === undefined || uri === "") return { state: "absent", reason: "unknown", ...media };
  const name = fileNameOf(uri);
  const found = stored.get(name);
  if (found) {
    const { sha256, bytes } = found;
    return {
      state: "stored",
      sha256,
      bytes,
      ...(name !== sha256 && name !== "" && { name }),
      ...media,
    };
  }
  if (!name.startsWith(absentPrefix)) return { state: "elsewhere", uri, ...media };
  const plain = name.startsWith(ourPrefix) ? name.slice(ourPrefix.length) : name;
  const [, reason = "not-found", own = plain] = reasoned.exec(plain) ?? [];
  return {
    state: "absent",
    reason: reason as ContentAbsence,
    ...(own !== "" && { name: own }),
    ...media,
  };
}

/**
 * The files a message names, so that each name stands for one content: the content's own name, or its
 * digest where it has none; a second content of the same name gets its digest in front.
 */
export class ContentNames {
  readonly #digests = new Map<string, string>();
  readonly stored = new Map<string, StoredContent>();

  /** The name under which stored content goes with the message. */
  nameOf(content: StoredContent): string {
    const plain = content.name === undefined ? content.sha256 : fileNameOf(content.name);
    const taken = this.#digests.get(plain);
    const name =
      taken === undefined || taken === content.sha256
        ? plain
        : `${content.sha256.slice(0, 8)}-${plain}`;
    this.#digests.set(name, content.sha256);
    this.stored.set(name, content);
    return name;
  }

  /** The address by which a message refers to content; undefined where there is nothing to name. */
  uriOf(content: Content): string | undefined {
    switch (content.state) {
      case "stored":
        return fileScheme + encodeURIComponent(this.nameOf(content));
      case "elsewhere":
        return isAddress(content.uri) ? content.uri : undefined;
      case "absent": {
        const isUnknown = content.name === undefined && content.reason === "unknown";
        return isUnknown ? undefined : fileScheme + encodeURIComponent(absentName(content));
      }
    }
  }
}

/** The name of the file that stands for one that is absent; another sender's stays. */
function absentName({ name = "", reason }: Content & { readonly state: "absent" }): string {
  if (reason !== "not-found") return `${ourPrefix}(${reason})-${name}`;
  const isOthers = name.startsWith(absentPrefix) && !name.startsWith(ourPrefix);
  return isOthers ? name : ourPrefix + name;
}
