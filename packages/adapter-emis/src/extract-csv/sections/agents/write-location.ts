import { labelOf } from "@gp2gp/core";
import type { Address } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { writeDate } from "../../wire/cells.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { addressColumns, locationTelecoms } from "./read-location.ts";

/** A place, and that it is one of an organisation where it is. */
export function writeLocation(placed: PlacedEntry<"agents">, writing: EmisWriting): void {
  const { entry } = placed;
  const { name, description, concept, represents, start, end, telecoms = [], addresses } = entry;
  const row = writing.rowOf(placed, "Admin_Location");
  writing.put(row, "LocationName", name);
  writing.put(row, "LocationTypeDescription", labelOf(concept));
  writing.put(row, "MainContactName", description);
  const whole = typeof represents === "string" ? represents : undefined;
  writing.put(row, "ParentLocationGuid", writing.directory.keyOf("Admin_Location", whole));
  writing.put(row, "OpenDate", writeDate(start));
  writing.put(row, "CloseDate", writeDate(end));
  let next = 0;
  for (const { value, kind } of telecoms) {
    const at = locationTelecoms.findIndex(([, one], place) => place >= next && one === kind);
    const [column] = locationTelecoms[at] ?? [];
    if (column !== undefined && writing.put(row, column, value)) next = at + 1;
  }
  const [address] = addresses ?? [];
  if (address) writeAddress(row, address, writing);
  const organisation = writing.directory.keyOf("Admin_Organisation", whole);
  if (organisation === undefined) {
    writing.rows.place(placed, { rows: [row] });
    return;
  }
  const owner = writing.row("Admin_OrganisationLocation");
  writing.put(owner, "OrganisationGuid", organisation);
  writing.put(owner, "LocationGuid", row.cells["LocationGuid"]);
  writing.rows.place(placed, { rows: [row, owner] });
}

/** The parts of an address that have a column; a postcode that is too long for its column goes without its space. */
export function writeAddress(row: RowDraft, address: Address, writing: EmisWriting): void {
  for (const [column, part] of addressColumns) {
    const text = address[part];
    if (!writing.put(row, column, text) && column === "Postcode")
      writing.put(row, column, text?.replaceAll(" ", ""));
  }
}
