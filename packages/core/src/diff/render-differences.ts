import type { RecordDifference } from "./diff-records.ts";

const signs = { removed: "-", added: "+", changed: "~", moved: ">" } as const;

/** Differences as lines people can read, one a difference, in record order. */
export function renderDifferences(differences: readonly RecordDifference[]): string {
  if (differences.length === 0) return "The records say the same.";
  return differences.map(renderDifference).join("\n");
}

function renderDifference({ kind, path, from, to }: RecordDifference): string {
  const sign = signs[kind];
  switch (kind) {
    case "changed":
      return `${sign} ${path}: ${JSON.stringify(from)} became ${JSON.stringify(to)}`;
    case "removed":
      return from === undefined ? `${sign} ${path}` : `${sign} ${path}: ${JSON.stringify(from)}`;
    case "added":
      return to === undefined ? `${sign} ${path}` : `${sign} ${path}: ${JSON.stringify(to)}`;
    case "moved":
      return `${sign} ${path} and its neighbours stand in another order`;
  }
}
