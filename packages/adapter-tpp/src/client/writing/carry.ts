import { carriedLines, comparePaths, pointerOf, withCarriedText } from "@gp2gp/core";
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

/** What of an entry is to be carried, and what its losses say. */
export interface Remainder {
  readonly facts: EntryFacts;
  /** Where the entry stands in the record. */
  readonly record: Loss["record"];
  readonly section: Loss["section"];
  readonly marks?: readonly string[];
  readonly reasons?: Readonly<Record<string, LossReason>> | undefined;
  readonly blocksPrescribing?: boolean | undefined;
}

/** The lines that carry what nobody took, in characters XML can hold. Made once all that can be taken is. */
export interface Carried {
  readonly remainder: Remainder;
  readonly lines: readonly { readonly line: string; readonly path?: Path }[];
}

export function carriedOf(remainder: Remainder, { nameOf }: ClientWriting): Carried {
  const { facts, marks = [] } = remainder;
  const lines = carriedLines(facts, nameOf).toSorted((left, right) =>
    comparePaths(left.path, right.path),
  );
  const all = [...lines, ...marks.map((line) => ({ line }))];
  return {
    remainder,
    lines: all.map(({ line, ...more }) => ({
      ...more,
      line: xmlSafe(line).replaced === 0 ? line : escapeForbidden(line),
    })),
  };
}

type Path = readonly (string | number)[];

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
  { remainder, lines }: Carried,
  given: {
    readonly recordedAs: EntrySection | undefined;
    readonly at: ArtefactLocation;
  },
  writing: ClientWriting,
): string | undefined {
  if (lines.length === 0 && given.recordedAs === undefined)
    return text === undefined ? undefined : withCarriedText(text, []);
  for (const { path } of lines) if (path) writing.losses.push(lossOf(path, remainder, given.at));
  return withCarriedText(
    text,
    lines.map(({ line }) => line),
    given.recordedAs,
  );
}

function lossOf(
  path: Path,
  { facts, record, section, reasons, blocksPrescribing }: Remainder,
  carriedAs: ArtefactLocation,
): Loss {
  const [member] = path;
  const reason = reasons?.[String(member)] ?? "no-place";
  const from = reasons?.["concept"] === undefined ? undefined : codingAt(facts.entry, path);
  return {
    type: "degraded",
    record: record + pointerOf(...path),
    section,
    reason,
    carriedAs,
    ...(from && { from }),
    ...(blocksPrescribing === true &&
      reason === "no-code-map" && { blocksPrescribing: true as const }),
  };
}

function codingAt(entry: AnyEntry, path: readonly (string | number)[]): Loss["from"] {
  const [member, list, index] = path;
  return member === "concept" && list === "codings" && typeof index === "number"
    ? entry.concept?.codings[index]
    : undefined;
}
