import type { Json } from "../record/json.ts";
import type { RecordPath } from "../record/residue.ts";
import type { SourceLocation } from "../record/entry.ts";

export type IssueSeverity = "information" | "warning" | "error";

/**
 * Something a person may need to know about a reading or writing. `message` is fixed text for the
 * code; values from the record stand only in `detail`, which is never logged.
 */
export interface Issue {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly message: string;
  /** Where in the record, as a JSON Pointer. */
  readonly record?: RecordPath;
  /** Where in the source artefact. */
  readonly source?: SourceLocation;
  readonly detail?: Json;
}

/** The kinds of issue a package can raise: code to severity and fixed message. */
export type IssueKinds = Readonly<
  Record<string, { readonly severity: IssueSeverity; readonly message: string }>
>;

/** A maker of issues from a table of kinds, so that a message is written once and holds no value. */
export function issuesOf<Kinds extends IssueKinds>(kinds: Kinds) {
  return (
    code: keyof Kinds & string,
    about: Pick<Issue, "record" | "source" | "detail"> = {},
  ): Issue => {
    const kind = kinds[code];
    if (!kind) throw new TypeError(`no issue kind ${code}`);
    return { code, severity: kind.severity, message: kind.message, ...about };
  };
}

/** Kinds of issue every reader and writer shares. */
export const sharedIssueKinds = {
  "artefact-empty": {
    severity: "error",
    message: "The input is empty. Give the file the practice system exported.",
  },
  "artefact-malformed": {
    severity: "error",
    message: "The input is damaged or not of this format and cannot be read. Export it again.",
  },
  "artefact-unrecognised": { severity: "error", message: "The input is not of this format." },
  "artefact-too-large": {
    severity: "error",
    message: "The input goes beyond a limit of the reader.",
  },
  "content-absent": {
    severity: "warning",
    message: "The bytes of a document are not in the input; the document is kept without them.",
  },
  "content-damaged": {
    severity: "warning",
    message: "The bytes of a document could not be decoded; the document is kept without them.",
  },
  "allergy-degraded": {
    severity: "warning",
    message:
      "A drug allergy came as a stand-in code. Block prescribing until it is coded again from its text.",
  },
  "code-degraded": {
    severity: "information",
    message:
      "A code came as a stand-in that another system put in its place; it is kept as it came.",
  },
  "date-malformed": {
    severity: "warning",
    message: "A date could not be read; it is kept as text.",
  },
  "element-unmapped": {
    severity: "warning",
    message: "A part of the source has no place in the record; it is kept as residue.",
  },
  "entry-deleted": {
    severity: "information",
    message: "The source marks an entry as deleted; it is kept as residue and not as a fact.",
  },
  "id-generated": {
    severity: "information",
    message: "An id the format must have was made from the source id.",
  },
  "reference-unresolved": {
    severity: "warning",
    message: "A reference names something that is not in the input; it is kept unresolved.",
  },
  "value-unmapped": {
    severity: "warning",
    message: "A coded value of the source is not a known one; it is kept as it came.",
  },
  "value-malformed": {
    severity: "warning",
    message: "A value is not of the form its format demands; it is kept as text.",
  },
  "demographics-missing": {
    severity: "warning",
    message:
      "A demographic fact the target format demands was not supplied; it is left out. Supply it with the patient demographics.",
  },
  "envelope-missing": {
    severity: "warning",
    message:
      "An envelope fact the target format demands was not supplied; it is left out. Supply it in the options.",
  },
  "patient-mismatch": {
    severity: "error",
    message:
      "The demographics supplied are of another person than the record. Nothing was written.",
  },
  "carried-text-unreadable": {
    severity: "warning",
    message: "Carried text at the end of an entry no longer parses; it is kept as text.",
  },
  "receiver-adapted": {
    severity: "information",
    message: "A detail was written the way the named receiver needs it.",
  },
} as const satisfies IssueKinds;
