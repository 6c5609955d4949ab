import type { FormatId, RecordSection } from "@gp2gp/core";
import { recordSections } from "@gp2gp/core";
import { adapters } from "@gp2gp/formats";
import { addTally, emptyTally } from "./matrix-types.ts";
import type { Matrix, PairOutcome, Tally } from "./matrix-types.ts";

/** The matrix as a page people read. */
export function renderMatrix(matrix: Matrix): string {
  const { formats, sources, pairs } = matrix;
  const records = sources.length;
  const dropped = pairs.reduce((sum, { total }) => sum + total.dropped, 0);
  const unexplained = pairs.reduce((sum, pair) => sum + pair.unexplained, 0);
  return `# What each pair of formats keeps

Made by \`pnpm matrix\` of ${records} records: ${describeSources(sources)}. Each comes to a system of the format on the
left, crosses to one of the format above, and goes home again. A fact is one leaf of an entry of the record.

**Dropped: ${dropped} facts, ${unexplained} without a reason in a coverage table.** All others arrive: in the
receiving format's own structure, or as text beside the entry, which is read back from there.

${droppedList(pairs)}

## In the receiving format's own structure

Of the facts the sending system has, in per cent. The rest stands as text.

${table(formats, pairs, ({ total }) => percent(total.structured, total.facts))}

## Home again

Records that come home with every fact they left with, of ${records}; in brackets the facts that came home otherwise.
Demographics, which an EHR Extract does not carry, are given where the record goes.

${table(formats, pairs, ({ home }) => `${home.whole}${home.differences === 0 ? "" : ` (${home.differences})`}`)}

## By section

In the receiving format's own structure, in per cent of what arrives from all others.

${sectionTable(formats, pairs)}
`;
}

/** What each format drops, with the reason its coverage table gives. */
function droppedList(pairs: readonly PairOutcome[]): string {
  const lines = adapters.flatMap(({ id, coverage }) =>
    recordSections.flatMap((section) => {
      const { dropped } = tallyOf(section, id, pairs);
      if (dropped === 0) return [];
      return [
        `- \`${id}\`, ${section}: ${dropped}. ${coverage[section].note ?? "No reason is given."}`,
      ];
    }),
  );
  return lines.join("\n") || "Nothing is dropped.";
}

function describeSources(sources: readonly string[]): string {
  const kinds = new Map<string, number>();
  for (const source of sources) {
    const kind = source.startsWith("generated")
      ? "generated lives"
      : source.startsWith("emis-open")
        ? "EMIS Open record"
        : `extracts of ${source.split("/")[1] ?? ""}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
}

function table(
  formats: readonly FormatId[],
  pairs: readonly PairOutcome[],
  cell: (pair: PairOutcome) => string,
): string {
  const rows = formats.map((from) => [
    `\`${from}\``,
    ...formats.map((to) => {
      const pair = pairs.find((one) => one.from === from && one.to === to);
      return pair ? cell(pair) : "";
    }),
  ]);
  return markdown([["from \\ to", ...formats.map((format) => `\`${format}\``)], ...rows]);
}

function sectionTable(formats: readonly FormatId[], pairs: readonly PairOutcome[]): string {
  const rows = recordSections.flatMap((section) => {
    const cells = formats.map((to) => tallyOf(section, to, pairs));
    if (cells.every(({ facts }) => facts === 0)) return [];
    return [[section, ...cells.map(({ structured, facts }) => percent(structured, facts))]];
  });
  return markdown([["section", ...formats.map((format) => `\`${format}\``)], ...rows]);
}

function tallyOf(section: RecordSection, to: FormatId, pairs: readonly PairOutcome[]): Tally {
  const sum = emptyTally();
  for (const pair of pairs) {
    const tally = pair.to === to && pair.from !== to ? pair.sections[section] : undefined;
    if (tally) addTally(sum, tally);
  }
  return sum;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : String(Math.floor((100 * part) / whole));
}

function markdown(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(3, ...rows.map((row) => (row[at] ?? "").length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join("\n");
}
