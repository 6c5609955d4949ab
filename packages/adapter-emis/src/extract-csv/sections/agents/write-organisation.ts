import { identifierSystems, labelOf } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { writeDate, writeWhole } from "../../wire/cells.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { practiceNumberSystem } from "./read-organisation.ts";

/** An organisation. */
export function writeOrganisation(placed: PlacedEntry<"agents">, writing: EmisWriting): void {
  const { name, represents, start, end, identifiers, concept } = placed.entry;
  const row = writing.rowOf(placed, "Admin_Organisation");
  const identifier = (wanted: string): string | undefined =>
    identifiers.find(({ system }) => system === wanted)?.value;
  writing.put(row, "CDB", writeWhole(identifier(practiceNumberSystem)));
  writing.put(row, "OrganisationName", name);
  writing.put(row, "ODSCode", identifier(identifierSystems.ods));
  writing.put(row, "OrganisationType", labelOf(concept));
  const parent = typeof represents === "string" ? represents : undefined;
  writing.put(row, "ParentOrganisationGuid", writing.directory.keyOf("Admin_Organisation", parent));
  writing.put(row, "OpenDate", writeDate(start));
  writing.put(row, "CloseDate", writeDate(end));
  writing.rows.place(placed, { rows: [row] });
}
