import { pointerOf } from "@gp2gp/core";
import type { Json, Residue } from "@gp2gp/core";
import { z } from "zod";
import { detailsWords } from "../details.ts";
import type { RowWriting } from "./row-writing.ts";

const rowSchema = z.strictObject({
  table: z.string(),
  cells: z.record(z.string(), z.string()),
  isMalformed: z.literal(true).exactOptional(),
});

/** A mark that a text is of residue and no narrative. */
const residueMark = "[Residue: true]";

/**
 * What the record had no place for. Rows of this format go back as they came; clinical residue of other
 * formats is kept as further details of the record, technical residue is left behind.
 */
export function writeResidue(writing: RowWriting): void {
  const { format, record } = writing;
  for (const [index, residue] of record.residue.entries()) {
    if (isWithheld(residue, writing)) continue;
    const row = residue.format === format.id ? rowSchema.safeParse(residue.content) : undefined;
    if (row?.success && format.tables.some(({ name }) => name === row.data.table))
      writing.rows.push({ ...row.data, source: {} });
    else if (residue.kind === "clinical") keepInWords(residue, index, writing);
    else if (residue.format !== format.id)
      writing.losses.push({
        type: "dropped",
        record: pointerOf("residue", index),
        section: "residue",
        reason: "other-supplier-data",
      });
  }
}

function isWithheld({ parent }: Residue, { record, withheld }: RowWriting): boolean {
  const [, section, index] = parent?.split("/") ?? [];
  const entries = record[section as "observations"] as unknown;
  if (!Array.isArray(entries) || index === undefined) return false;
  const entry = (entries as readonly { readonly id?: string }[])[Number(index)];
  return entry?.id !== undefined && withheld.has(entry.id);
}

function keepInWords({ format, content }: Residue, index: number, writing: RowWriting): void {
  const place = writing.format.addDetails(writing);
  const words = JSON.stringify(content, undefined, 1);
  const subject = { kind: "residue", format, words } as const;
  writing.writeText(place, detailsWords(subject, writing.format.tables), [residueMark]);
  writing.losses.push({
    type: "degraded",
    record: pointerOf("residue", index),
    section: "residue",
    reason: "no-place",
    carriedAs: { part: writing.format.partName(place.row.table, writing), as: "narrative" },
  });
}

/** What residue of another format was, from the words it was kept in. */
export function residueOfWords(words: string): Json {
  try {
    return JSON.parse(words) as Json;
  } catch {
    return { text: words };
  }
}
