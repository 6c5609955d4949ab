/** What an artefact says, in the format's own words: no opinion, and nothing left out. */
export interface WireRecord {
  readonly nhsNumber: string;
  readonly notes: readonly WireNote[];
}

export interface WireNote {
  readonly words: string;
  /** The line it stands on, from 1. */
  readonly line: number;
}

/** How every artefact of the format begins. */
export const firstLine = "ACME RECORD";

/** Parses an artefact; undefined where it is none of the format. */
export function parseWire(text: string): WireRecord | undefined {
  const [mark, nhsNumber, ...lines] = text.split("\n");
  if (mark !== firstLine || nhsNumber === undefined || lines.pop() !== "") return undefined;
  return { nhsNumber, notes: lines.map((words, at) => ({ words, line: at + 3 })) };
}

export function serialiseWire({ nhsNumber, notes }: WireRecord): string {
  return `${[firstLine, nhsNumber, ...notes.map(({ words }) => words)].join("\n")}\n`;
}
