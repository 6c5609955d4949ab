import type { MapRow } from "../build/map-row.ts";
import { dayOf, keyOf } from "./row-values.ts";
import type { Cells, RowOutcome, TableLayout } from "./table-layout.ts";

const fullySpecifiedName = "900000000000003001";
const synonym = "900000000000013009";
const preferred = "900000000000548007";
/** Language reference sets whose preferred terms are shown: UK clinical, UK drug, GB English. */
const languages = new Set(["999001261000000100", "999000691000001104", "900000000000508004"]);
/** SAME AS and REPLACED BY: one concept takes another's place. Other associations offer a choice. */
const replacements = new Set(["900000000000527005", "900000000000526001"]);
const simpleMaps: ReadonlyMap<string, { readonly id: string; readonly to: "ctv3" | "read-v2" }> =
  new Map([
    ["900000000000497000", { id: "simple-map-ctv3", to: "ctv3" }],
    ["999002731000000105", { id: "simple-map-ctv3-uk", to: "ctv3" }],
    ["999002721000000108", { id: "simple-map-read2-uk", to: "read-v2" }],
  ]);

const component = ["ID", "EFFECTIVETIME", "ACTIVE"];
const member = [...component, "REFSETID", "REFERENCEDCOMPONENTID"];

/** What every member of a reference set says: one edition may still hold it when a later one no longer does. */
function memberOf(cells: Cells): Pick<MapRow, "mapId" | "date" | "status"> {
  const date = dayOf(cells.get("EFFECTIVETIME"));
  return {
    mapId: cells.get("ID"),
    status: cells.get("ACTIVE") === "1" ? "active" : "retired",
    ...(date !== undefined && { date }),
  };
}

function snapshot(
  layout: Pick<TableLayout, "id" | "title" | "files" | "columns" | "open">,
): TableLayout {
  return { ...layout, cells: "tab", several: true, owner: "snomed" };
}

/** Tables of SNOMED CT release format 2, of its snapshot releases. */
export const rf2Layouts: readonly TableLayout[] = [
  snapshot({
    id: "rf2-description",
    title: "SNOMED CT descriptions",
    files: /^x?sct2_Description_.*Snapshot.*\.txt$/i,
    columns: { named: [...component, "CONCEPTID", "TYPEID", "TERM"] },
    open: (into) => {
      const snomed = into.system("snomed");
      return (cells): RowOutcome => {
        const typeId = cells.get("TYPEID");
        if (typeId !== fullySpecifiedName && typeId !== synonym) return "skipped";
        const code = keyOf("snomed", cells.get("CONCEPTID"));
        if (code.fault !== undefined) return `source-${code.fault}`;
        const text = cells.get("TERM");
        if (text === "") return "text";
        snomed.addTerm({
          code: code.key,
          text,
          termId: cells.get("ID"),
          fullySpecified: typeId === fullySpecifiedName,
          retired: cells.get("ACTIVE") !== "1",
        });
        return "taken";
      };
    },
  }),
  snapshot({
    id: "rf2-language",
    title: "SNOMED CT preferred terms",
    files: /^x?der2_cRefset_Language.*Snapshot.*\.txt$/i,
    columns: { named: [...member, "ACCEPTABILITYID"] },
    open: (into) => {
      const { preferredDescriptions } = into.system("snomed");
      return (cells): RowOutcome => {
        const shown =
          cells.get("ACTIVE") === "1" &&
          cells.get("ACCEPTABILITYID") === preferred &&
          languages.has(cells.get("REFSETID"));
        if (!shown) return "skipped";
        preferredDescriptions.add(cells.get("REFERENCEDCOMPONENTID"));
        return "taken";
      };
    },
  }),
  snapshot({
    id: "rf2-simple-map",
    title: "SNOMED CT concepts to one Read code each",
    files: /^x?der2_sRefset_SimpleMap.*Snapshot.*\.txt$/i,
    columns: { named: [...member, "MAPTARGET"] },
    open:
      (into, { release }) =>
      (cells): RowOutcome => {
        const map = simpleMaps.get(cells.get("REFSETID"));
        if (!map) return "skipped";
        const source = keyOf("snomed", cells.get("REFERENCEDCOMPONENTID"));
        if (source.fault !== undefined) return `source-${source.fault}`;
        const target = cells.get("MAPTARGET");
        const code = keyOf(map.to, target);
        if (code.fault !== undefined) return `target-${code.fault}`;
        const termId = map.to === "read-v2" && target.length === 7 ? target.slice(5) : undefined;
        const rows = into.set({
          id: map.id,
          title: "SNOMED CT concepts to one Read code each",
          from: "snomed",
          to: map.to,
          kind: "simple-map",
          release,
        });
        return rows.add({
          source: source.key,
          target: { code: code.key, ...(termId !== undefined && { termId }) },
          assurance: "unassured",
          ...memberOf(cells),
        });
      },
  }),
  snapshot({
    id: "rf2-association",
    title: "SNOMED CT concepts that took a retired one's place",
    files: /^x?der2_cRefset_Association.*Snapshot.*\.txt$/i,
    columns: { named: [...member, "TARGETCOMPONENTID"] },
    open: (into, { release }) => {
      const rows = into.set({
        id: "rf2-association",
        title: "SNOMED CT concepts that took a retired one's place",
        from: "snomed",
        to: "snomed",
        kind: "history",
        release,
      });
      return (cells): RowOutcome => {
        if (!replacements.has(cells.get("REFSETID"))) return "skipped";
        const source = keyOf("snomed", cells.get("REFERENCEDCOMPONENTID"));
        const code = keyOf("snomed", cells.get("TARGETCOMPONENTID"));
        // Descriptions are replaced too, which is of no use here.
        if (source.fault !== undefined || code.fault !== undefined) return "skipped";
        return rows.add({
          source: source.key,
          target: { code: code.key },
          assurance: "unknown",
          ...memberOf(cells),
        });
      };
    },
  }),
];
