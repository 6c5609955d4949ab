import type { MapSet } from "../build/map-row.ts";
import type { PackBuilder } from "../build/pack-builder.ts";
import { isTermIdOf, keyOf, systemInCtv3Column } from "./row-values.ts";
import type { Cells, RowOutcome, TableAbout, TableLayout } from "./table-layout.ts";

/** Tables that suppliers send with their own extracts: whoever has them may use them. */
export const supplierLayouts: readonly TableLayout[] = [
  {
    id: "tpp-ctv3",
    title: "CTV3 and practice codes as SystmOne shows them",
    files: /^SRCtv3\.csv$/i,
    cells: "quoted",
    columns: { named: ["CTV3CODE", "CTV3TEXT"] },
    several: true,
    owner: "supplier",
    open:
      (into) =>
      (cells): RowOutcome => {
        if (isRemoved(cells)) return "skipped";
        const text = cells.get("CTV3CODE");
        const code = keyOf("ctv3", text);
        if (code.fault !== undefined) return `source-${code.fault}`;
        const term = cells.get("CTV3TEXT");
        if (term === "") return "text";
        into.system(systemInCtv3Column(text)).addTerm({ code: code.key, text: term });
        return "taken";
      },
  },
  tppMap({ id: "tpp-read2", file: "SRCtv3ToVersion2", to: "read-v2", column: "VERSION2CODE" }),
  tppMap({ id: "tpp-snomed", file: "SRCtv3ToSnomed", to: "snomed", column: "SNOMEDCODE" }),
  {
    id: "emis-clinical-code",
    title: "EMIS clinical codes to SNOMED CT",
    files: /^(?:.*_)?Coding_ClinicalCode(?:_.*)?\.csv$/i,
    cells: "quoted",
    columns: { named: ["CODEID", "TERM", "READTERMID", "SNOMEDCTCONCEPTID"] },
    several: true,
    owner: "supplier",
    open: emisClinicalCodes,
  },
  {
    id: "emis-drug-code",
    title: "EMIS drug codes to dm+d",
    files: /^(?:.*_)?Coding_DrugCode(?:_.*)?\.csv$/i,
    cells: "quoted",
    columns: { named: ["CODEID", "TERM", "DMDPRODUCTCODEID"] },
    several: true,
    owner: "supplier",
    open: (into, { release }) => {
      const rows = into.set(
        supplierSet({ id: "emis-drug-code", from: "emis-drug", to: "snomed", release }),
      );
      return (cells): RowOutcome => {
        const source = keyOf("emis-drug", cells.get("CODEID"));
        if (source.fault !== undefined) return `source-${source.fault}`;
        const text = cells.get("TERM");
        if (text !== "") into.system("emis-drug").addTerm({ code: source.key, text });
        const product = cells.get("DMDPRODUCTCODEID");
        if (isNull(product)) return "skipped";
        const code = keyOf("snomed", product);
        if (code.fault !== undefined) return `target-${code.fault}`;
        return rows.add({
          source: source.key,
          target: { code: code.key },
          status: "active",
          assurance: "unknown",
        });
      };
    },
  },
];

interface TppMap {
  readonly id: string;
  readonly file: string;
  readonly to: "read-v2" | "snomed";
  readonly column: string;
}

function tppMap({ id, file, to, column }: TppMap): TableLayout {
  return {
    id,
    title: `CTV3 and practice codes as SystmOne translates them (${file})`,
    files: new RegExp(`^${file}\\.csv$`, "i"),
    cells: "quoted",
    columns: { named: ["CTV3CODE", column] },
    several: true,
    owner: "supplier",
    open:
      (into, { release }) =>
      (cells): RowOutcome => {
        if (isRemoved(cells)) return "skipped";
        const text = cells.get("CTV3CODE");
        const source = keyOf("ctv3", text);
        if (source.fault !== undefined) return `source-${source.fault}`;
        const target = cells.get(column);
        if (isNull(target)) return "skipped";
        const code = keyOf(to, target);
        if (code.fault !== undefined) return `target-${code.fault}`;
        const termId = to === "read-v2" && target.length === 7 ? target.slice(5) : undefined;
        const from = systemInCtv3Column(text);
        const rows = into.set(
          supplierSet({ id: from === "tpp" ? `${id}-practice` : id, from, to, release }),
        );
        return rows.add({
          source: source.key,
          target: { code: code.key, ...(termId !== undefined && { termId }) },
          status: "active",
          assurance: "unknown",
        });
      },
  };
}

/**
 * EMIS names a clinical code by its Read code without full stops, with an ordinal of its own for
 * synonyms, or by a code of its own, which is longer or has one of EMIS's marks.
 */
const emisOwn = /^\^?(?:EMIS|ESCT|EGTON|FUNDHC|JHCC|RAFME|ALLERGY)|(?:KC60|SHHAPT)$/i;

function emisClinicalCodes(into: PackBuilder, { release }: TableAbout) {
  const setOf = (from: "emis" | "read-v2") =>
    into.set(supplierSet({ id: `emis-clinical-code-${from}`, from, to: "snomed", release }));
  return (cells: Cells): RowOutcome => {
    const named = cells.get("READTERMID");
    const text = isNull(named) ? cells.get("CODEID") : named;
    const isRead = !isNull(named) && !emisOwn.test(text) && text.replace(/-.*$/, "").length <= 5;
    const read = isRead ? keyOf("read-v2", text) : undefined;
    const isOwn = read === undefined || read.fault !== undefined;
    const from = isOwn ? "emis" : "read-v2";
    const source = isOwn ? keyOf("emis", text) : read;
    if (source.fault !== undefined) return `source-${source.fault}`;
    const term = cells.get("TERM");
    if (term === "") return "text";
    if (from === "emis") into.system("emis").addTerm({ code: source.key, text: term });
    const concept = cells.get("SNOMEDCTCONCEPTID");
    if (isNull(concept)) return "skipped";
    const code = keyOf("snomed", concept);
    if (code.fault !== undefined) return `target-${code.fault}`;
    const description = cells.get("SNOMEDCTDESCRIPTIONID");
    return setOf(from).add({
      source: source.key,
      sourceText: term,
      target: { code: code.key, ...(isTermIdOf("snomed", description) && { termId: description }) },
      status: "active",
      assurance: "unknown",
    });
  };
}

function supplierSet(set: Pick<MapSet, "id" | "from" | "to" | "release">): MapSet {
  const title = set.id.startsWith("tpp")
    ? "SystmOne's own translation of a code"
    : "EMIS's own translation of a code";
  return { ...set, title, kind: "supplier" };
}

/** A reference to nothing. */
function isNull(text: string): boolean {
  return text === "" || text === "-1" || text.toUpperCase() === "NULL";
}

function isRemoved(cells: Cells): boolean {
  return cells.get("REMOVEDDATA") === "1";
}
