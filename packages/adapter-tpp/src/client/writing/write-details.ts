import { withCarriedText } from "@gp2gp/core";
import type { EntrySection, Loss } from "@gp2gp/core";
import type { OutputElement } from "@gp2gp/xml";
import { detailsSubject, detailsText, markLine, residueMark } from "../carried-marks.ts";
import type { DetailsSubject } from "../carried-marks.ts";
import type { Version } from "../wire/field.ts";
import { toOutput } from "../wire/wire-output.ts";
import type { WireInput } from "../wire/wire-types.ts";
import { carryInText } from "./carry.ts";
import type { Carried } from "./carry.ts";
import type { ClientWriting } from "./client-writing.ts";

/** A narrative that tells further details of something that has no text of its own. */
export interface Details {
  readonly subject: DetailsSubject;
  readonly carried?: Carried;
  readonly recordedAs?: EntrySection;
  /** Of residue that is kept in words. */
  readonly loss?: Loss;
}

/** Writes such a narrative. */
export function writeDetails(
  { subject, carried, recordedAs, loss }: Details,
  pointer: string,
  writing: ClientWriting,
): OutputElement {
  const at = { part: writing.part, pointer: `${pointer}/Line[1]`, as: "narrative" } as const;
  const own = detailsText(subject);
  const text = carried
    ? carryInText(own, carried, { recordedAs, at }, writing)
    : withCarriedText(own, [markLine(residueMark, true)]);
  if (loss) writing.losses.push({ ...loss, carriedAs: at });
  return toOutput("Narrative", "Narrative", {
    Line: narrativeLines(text ?? own, writing.version),
  });
}

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
