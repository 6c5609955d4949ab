import type { EntrySection } from "../record/patient-record.ts";
import { entrySections } from "../record/patient-record.ts";
import type { CodeMap } from "../values/coded.ts";
import { parseCarriedLine, wordsOf } from "./carried-lines.ts";
import type { CarriedFact } from "./carried-lines.ts";
import { fromOneLine, toOneLine } from "./one-line.ts";

/*
 * The grammar of carried text: what a target cannot hold structurally stands at the end of the
 * entry's text, one bracketed line a fact, readable by people and parsed back on reading.
 *
 *   Seen in clinic.
 *   [Carried from the sending system]
 *   [Recorded as: referral]            the section, when it is not the one the entry stands in
 *   [Code 1: CTV3 XaXYZ "Asthma"]      a coding put back at its place among the codes
 *   [Code mapped: assured, by ctv3rctmap 20200401]   a map found the code that is shown
 *   [Effective: 2004 to 2006-03]
 *   [Participants 1: Dr Jane Smith, author {E93841BE-…} at 1999-05]
 *   [Priority / codings 1: Read v2 9b...00 "Urgent"]
 *   [Participants 2* / time / start: 1999-05]   2* adds to the second participant, 2 is a whole one
 *
 * Where a text is one line without quotation marks, the same stands in one line, with backticks for them:
 *
 *   Seen in clinic. [Carried from the sending system] [Code 1: CTV3 XaXYZ `Asthma`] [Effective: 2004]
 */

/** Whether carried text stands in lines of its own, or all in the one line a format's texts are. */
export type TextShape = "lines" | "one-line";

const heading = "[Carried from the sending system]";
const headingLine = /^~*\[Carried from the sending system\]$/;
const headings = /~*\[Carried from the sending system\]/g;

export interface CarriedText {
  /** The text as its author wrote it. */
  readonly text: string;
  /** The section the entry belongs to, when it stands as another kind of entry. */
  readonly recordedAs?: EntrySection;
  /** The code shown was found by a map: those recorded stand beside it or are carried. */
  readonly codeMapped?: true;
  readonly facts: readonly CarriedFact[];
}

const mappedLine = /^\[Code mapped: .+\]$/;

/** The carried line of an entry that is shown with a code a map found: how sure the map is, its set and its release. */
export function codeMappedLine(map: CodeMap | undefined): string {
  if (!map) return "[Code mapped: assurance unknown]";
  const releases = map.release.split(">");
  const sets = map.set.split(">").map((set, at) => `${set} ${releases[at] ?? ""}`.trim());
  const sure =
    map.assured === "unknown" ? "assurance unknown" : map.assured ? "assured" : "not assured";
  const words = `${sure}, by ${sets.join(" and ")}`.replaceAll(/[^\p{L}\p{N}\p{P}\p{S}]+/gu, " ");
  return `[Code mapped: ${words}]`;
}

/**
 * Text with carried lines at its end. Text that looks like the heading is marked, so that reading gives
 * it back unchanged. In one line, the text itself must be one.
 */
export function withCarriedText(
  text: string | undefined,
  lines: readonly string[],
  recordedAs?: EntrySection,
  shape: TextShape = "lines",
): string {
  const own = text === undefined ? [] : [marked(text, shape)];
  if (lines.length === 0 && recordedAs === undefined) return own.join("");
  const block = [...(recordedAs ? [`[Recorded as: ${wordsOf(recordedAs)}]`] : []), ...lines];
  return shape === "lines"
    ? [...own, heading, ...block].join("\n")
    : [...own, heading, toOneLine(block)].join(" ");
}

/** Takes carried lines off a text. A block that does not parse is left in the text: nothing is lost, nothing guessed. */
export function readCarriedText(whole: string, shape: TextShape = "lines"): CarriedText {
  const { own, block } = shape === "lines" ? cutLines(whole) : cutOneLine(whole);
  let recordedAs: EntrySection | undefined;
  let codeMapped = false;
  const facts: CarriedFact[] = [];
  for (const line of block) {
    const section = /^\[Recorded as: (.+)\]$/.exec(line)?.[1];
    if (section !== undefined && recordedAs === undefined) {
      recordedAs = entrySections.find((name) => wordsOf(name) === section);
      if (recordedAs) continue;
    }
    if (mappedLine.test(line)) {
      codeMapped = true;
      continue;
    }
    const parsed = parseCarriedLine(line);
    if (!parsed) return { text: unmarked(whole, shape), facts: [] };
    facts.push(...parsed);
  }
  return {
    text: unmarked(own, shape),
    facts,
    ...(recordedAs && { recordedAs }),
    ...(codeMapped && { codeMapped }),
  };
}

interface CutText {
  readonly own: string;
  readonly block: readonly string[];
}

function cutLines(whole: string): CutText {
  const lines = whole.split("\n");
  const at = lines.lastIndexOf(heading);
  if (at < 0 || at === lines.length - 1) return { own: whole, block: [] };
  return { own: lines.slice(0, at).join("\n"), block: lines.slice(at + 1) };
}

/** The heading is the first that is not marked: in the block behind it words may look like one. */
function cutOneLine(whole: string): CutText {
  if (!whole.includes(heading)) return { own: whole, block: [] };
  for (const { 0: found, index } of whole.matchAll(headings)) {
    if (found !== heading) continue;
    const own = whole.slice(0, Math.max(0, index - 1));
    return { own, block: fromOneLine(whole.slice(index + heading.length + 1)) };
  }
  return { own: whole, block: [] };
}

function marked(text: string, shape: TextShape): string {
  if (shape === "one-line") return text.replaceAll(headings, "~$&");
  return text
    .split("\n")
    .map((line) => (headingLine.test(line) ? `~${line}` : line))
    .join("\n");
}

function unmarked(text: string, shape: TextShape): string {
  if (shape === "one-line") return text.replaceAll(headings, (found) => found.replace(/^~/, ""));
  return text
    .split("\n")
    .map((line) => (line.startsWith("~") && headingLine.test(line) ? line.slice(1) : line))
    .join("\n");
}
