import { newEntry } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { isRemoved } from "../../reading/extract-reading.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { issue } from "../../tpp-sr-csv-issues.ts";
import { rowIdentifiers } from "../../wire/row-numbers.ts";

/** Reads the free text that is of no row that was read: words of an event, and what stands in words alone. */
export function readNarratives(extract: ExtractReading): void {
  const seen = new Map<string, number>();
  for (const row of extract.freeTexts.rest()) {
    const number = row.cells["RowIdentifier"] ?? "";
    const before = seen.get(number) ?? 0;
    seen.set(number, before + 1);
    readNarrative(row, before === 0 ? number : `${number} ${before + 1}`, extract);
  }
}

function readNarrative(row: Row, key: string, extract: ExtractReading): void {
  const { rows } = extract;
  const { Question: question, SRTable: table, IDSRTable: about } = row.cells;
  const text = extract.freeTexts.cell(row);
  const told = rows.rows.find(table ?? "", about);
  if (told && isRemoved(told)) {
    // Words about what is no fact are none.
    rows.leave(row, "technical", "entry-deleted");
    return;
  }
  const consultation = extract.entryNamed("SREvent", row, "IDEvent");
  const isOwn = text.carried.recordedAs !== undefined;
  if (table !== undefined && !isOwn)
    rows.issues.push(
      issue("reference-unresolved", {
        source: row.source,
        detail: { column: "IDSRTable", table, key: about ?? "" },
      }),
    );
  const words = [isOwn ? undefined : question, text.own].filter((part) => part !== undefined);
  extract.add(
    "narratives",
    {
      ...newEntry(rows.idOf("SRFreeText", key), rows.nextOrder(), row.source),
      identifiers: rowIdentifiers("SRFreeText", row.cells["RowIdentifier"]),
      ...(consultation !== undefined && { consultation }),
      ...eventDate(row, extract),
      texts: words.length === 0 ? [] : [{ text: words.join(": "), role: "note" }],
    },
    // What answers a question is no bare text, in which words could be carried.
    { rows: [row], ...((isOwn || question === undefined) && { text }) },
  );
}

function eventDate(row: Row, extract: ExtractReading) {
  const at = extract.date(row, "EventDate");
  return at === undefined ? {} : ({ effective: { kind: "point", at } } as const);
}
