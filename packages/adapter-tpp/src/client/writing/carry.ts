import { carriedLines, pointerOf, withCarriedText } from "@gp2gp/core";
import type {
  AnyEntry,
  ArtefactLocation,
  EntryFacts,
  EntrySection,
  Loss,
  LossReason,
} from "@gp2gp/core";
import { xmlSafe } from "@gp2gp/xml";
import type { ClientWriting } from "./client-writing.ts";

/** What is carried of one entry, and what its losses say. */
export interface Carried {
  readonly facts: EntryFacts;
  /** Where the entry stands in the record. */
  readonly record: Loss["record"];
  readonly section: Loss["section"];
  readonly marks: readonly string[];
  readonly reasons: Readonly<Record<string, LossReason>>;
}

/** The lines that carry what nobody took, in characters XML can hold. */
export function linesOf({
  facts,
  marks,
}: Carried): readonly { line: string; path?: readonly (string | number)[] }[] {
  return [...carriedLines(facts), ...marks.map((line) => ({ line }))].map(({ line, ...more }) => ({
    ...more,
    line: xmlSafe(line).replaced === 0 ? line : escapeForbidden(line),
  }));
}

/** Within the quotes of a carried value an escape reads back as the character it stands for. */
function escapeForbidden(line: string): string {
  return [...line]
    .map((character) =>
      xmlSafe(character).replaced === 0
        ? character
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    )
    .join("");
}

/** A free text with its carried lines, each reported as a loss that names the place. */
export function carryInText(
  text: string | undefined,
  carried: Carried,
  given: {
    readonly recordedAs: EntrySection | undefined;
    readonly at: ArtefactLocation;
  },
  writing: ClientWriting,
): string | undefined {
  const lines = linesOf(carried);
  if (lines.length === 0 && given.recordedAs === undefined)
    return text === undefined ? undefined : withCarriedText(text, []);
  for (const { path } of lines) if (path) writing.losses.push(lossOf(path, carried, given.at));
  return withCarriedText(
    text,
    lines.map(({ line }) => line),
    given.recordedAs,
  );
}

function lossOf(
  path: readonly (string | number)[],
  { facts, record, section, reasons }: Carried,
  carriedAs: ArtefactLocation,
): Loss {
  const [member] = path;
  const reason = reasons[String(member)] ?? "no-place";
  const from = reason === "no-code-map" ? codingAt(facts.entry, path) : undefined;
  return {
    type: "degraded",
    record: record + pointerOf(...path),
    section,
    reason,
    carriedAs,
    ...(from && { from }),
  };
}

function codingAt(entry: AnyEntry, path: readonly (string | number)[]): Loss["from"] {
  const [member, list, index] = path;
  return member === "concept" && list === "codings" && typeof index === "number"
    ? entry.concept?.codings[index]
    : undefined;
}
