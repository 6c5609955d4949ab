import { recogniseSystem } from "../systems/recognise-system.ts";
import { isTermIdOf, keyOf } from "./row-values.ts";
import type { RowOutcome, TableLayout } from "./table-layout.ts";

/**
 * A map table of the operator's own, for codes no published map knows: a file ending `.map.tsv`
 * with a header, of which from, code, to and target are needed. `assured` is 1 where a clinician of
 * the practice assured the row, 0 where none would, and empty where nobody said; `oneway` is 1 where
 * the target is broader than the source.
 */
export const localMapLayout: TableLayout = {
  id: "local-map",
  title: "A map table of the operator's own",
  files: /\.map\.tsv$/i,
  cells: "tab",
  columns: { named: ["FROM", "CODE", "TO", "TARGET"] },
  several: true,
  owner: "supplier",
  open:
    (into, { release, file }) =>
    (cells): RowOutcome => {
      const from = recogniseSystem(cells.get("FROM"))?.system;
      const to = recogniseSystem(cells.get("TO"))?.system;
      if (from === undefined || to === undefined || from === to) return "system";
      const text = cells.get("CODE");
      const source = keyOf(from, text);
      if (source.fault !== undefined) return `source-${source.fault}`;
      const target = cells.get("TARGET");
      const code = keyOf(to, target);
      if (code.fault !== undefined) return `target-${code.fault}`;
      const sourceTermId = cells.get("TERMID") || termOf(from, text);
      const termId = cells.get("TARGETTERMID") || termOf(to, target);
      if (
        (sourceTermId !== "" && !isTermIdOf(from, sourceTermId)) ||
        (termId !== "" && !isTermIdOf(to, termId))
      )
        return "term-id";
      const assured = cells.get("ASSURED");
      if (!["", "0", "1"].includes(assured)) return "assurance";
      const term = cells.get("TERM");
      if (term !== "")
        into.system(from).addTerm({
          code: source.key,
          text: term,
          ...(sourceTermId !== "" && { termId: sourceTermId }),
        });
      const rows = into.set({
        id: `${file.replace(/\.map\.tsv$/i, "")}-${from}-${to}`,
        title: "A map table of the operator's own",
        from,
        to,
        kind: "supplier",
        release,
      });
      return rows.add({
        source: source.key,
        ...(sourceTermId !== "" && { sourceTermId }),
        target: { code: code.key, ...(termId !== "" && { termId }) },
        status: "active",
        assurance: assured === "1" ? "assured" : assured === "0" ? "unassured" : "unknown",
        oneWay: cells.get("ONEWAY") === "1",
      });
    },
};

/** The term code of a Read v2 code of seven characters. */
function termOf(system: string, code: string): string {
  return system === "read-v2" && code.length === 7 ? code.slice(5) : "";
}
