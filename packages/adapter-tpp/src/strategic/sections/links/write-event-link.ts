import type { PlacedEntry } from "@gp2gp/tabular";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { writePlainText } from "../write-plain.ts";
import { linkColumns } from "./read-event-link.ts";

/** Writes the link of an event to an appointment, visit or referral, one of each at most; other links stand in words. */
export function writeLink(placed: PlacedEntry, writing: ExtractWriting): void {
  const { kind, from = "", targets, consultation } = writing.entry(placed, "links");
  const event = writing.events.get(from);
  const cells = targets.flatMap((target) => {
    const found = linkColumns.find(([, table]) => writing.links.get(target)?.table === table);
    const number = writing.links.get(target)?.cells["RowIdentifier"];
    return found && number !== undefined ? [[found[0], number] as const] : [];
  });
  const isEventLink =
    kind === "refers-to" &&
    event !== undefined &&
    consultation === undefined &&
    cells.length === targets.length &&
    new Set(cells.map(([column]) => column)).size === cells.length;
  if (!isEventLink) {
    writePlainText(placed, writing);
    return;
  }
  const row = writing.start(placed, "SREventLink");
  writing.put(row, "IDEvent", event.cells["RowIdentifier"]);
  for (const [column, number] of cells) writing.put(row, column, number);
  const { rows, text } = writeWords(row, placed.entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}
