import { entryTextSchema } from "@gp2gp/core";
import type { AnyEntry, EntryText } from "@gp2gp/core";
import type { NarrativeStatement, NestedComponent } from "@gp2gp/hl7v3";
import { addedMark } from "../../values/local-system.ts";
import { readText, writeText } from "../../values/text.ts";
import { shownDate, writeAvailability } from "../../values/times.ts";
import { withoutHead, writeComment } from "../narratives/pathology-comment.ts";
import type { CommentType } from "../narratives/pathology-comment.ts";
import type { WriteScope } from "../shared/scopes.ts";
import { writeConfidentiality } from "../shared/statement-head.ts";

const roles = entryTextSchema.shape.role.options;

/** From what the id of a narrative is made that tells a text of the group it stands in. */
const textSeed = (groupId: string, role: EntryText["role"], at: number): string =>
  `gp2gp-ehr-extract:text:${groupId}:${role}:${at}`;

/**
 * The texts of an entry whose statement holds others and has no text: a narrative each, the first things in it. What
 * is said of a text beyond its words and what it is cannot be told so: then none is, and the caller carries them.
 */
export function writeToldTexts(
  entry: AnyEntry,
  comments: CommentType,
  scope: WriteScope,
): NestedComponent[] {
  const { texts } = entry;
  if (texts.some((text) => !isTellable(text))) return [];
  return texts.flatMap(({ text, role }, at) => {
    const words = writeText(text);
    if (!words) return [];
    const date = shownDate(entry);
    const id = scope.newId(textSeed(scope.writtenId(entry.id), role, at));
    const statement: NarrativeStatement = {
      classCode: "OBS",
      moodCode: "EVN",
      id: { root: id, updateMode: addedMark },
      text: role === "comment" ? writeComment(words, comments, date) : words,
      statusCode: { code: "COMPLETE" },
      availabilityTime: writeAvailability(date),
      ...writeConfidentiality(entry.confidentiality, scope),
    };
    return [
      {
        typeCode: "COMP",
        contextConductionInd: "true",
        statement: { kind: "NarrativeStatement", ...statement },
      },
    ];
  });
}

const isTellable = ({ text, mediaType, sequence }: EntryText): boolean =>
  mediaType === undefined && sequence === undefined && writeText(text) !== undefined;

/** The texts that narratives tell of the group they stand in, and what else stands there. */
export function readToldTexts(
  components: readonly NestedComponent[],
  groupId: string,
  newId: (seed: string) => string,
): { readonly texts: readonly EntryText[]; readonly others: readonly NestedComponent[] } {
  if (!components.some(isMarked)) return { texts: [], others: components };
  const texts: EntryText[] = [];
  const others = components.filter((component) => {
    const text = isMarked(component)
      ? readToldText(component.statement, groupId, texts.length, newId)
      : undefined;
    if (text) texts.push(text);
    return !text;
  });
  return { texts, others };
}

function readToldText(
  statement: NestedComponent["statement"],
  groupId: string,
  at: number,
  newId: (seed: string) => string,
): EntryText | undefined {
  if (statement?.kind !== "NarrativeStatement") return undefined;
  const role = roles.find((one) => newId(textSeed(groupId, one, at)) === statement.id?.root);
  const text = readText(withoutHead(statement.text) ?? statement.text);
  return role === undefined || text === undefined ? undefined : { text, role };
}

const isMarked = ({ statement }: NestedComponent): boolean =>
  statement?.kind === "NarrativeStatement" && statement.id?.updateMode === addedMark;
