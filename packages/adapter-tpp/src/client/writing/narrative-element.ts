import { detailsSubject } from "../carried-marks.ts";
import type { Version } from "../wire/field.ts";
import type { WireInput } from "../wire/wire-types.ts";

/** A text as the lines of a narrative: one in the published schema, as many as it has in the richer grammar. */
export function narrativeLines(
  text: string,
  version: Version,
  recorded?: readonly string[],
): WireInput<"Narrative">["Line"] {
  if (version === "patient-record") return [text];
  return recorded?.join("\n") === text ? recorded : text.split("\n");
}

/** Whether a narrative would be taken for further details of something else. */
export function looksLikeDetails(text: string | undefined): boolean {
  return text !== undefined && detailsSubject(text) !== undefined;
}
