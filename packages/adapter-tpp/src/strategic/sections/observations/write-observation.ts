import type { PlacedEntry } from "@gp2gp/tabular";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { codeColumns, readConcept } from "../read-concept.ts";
import { reasonForStandIn, writeConcept } from "../write-concept.ts";
import { writePlainText } from "../write-plain.ts";
import { isJoinable } from "./pressure-entries.ts";
import { pressureKindOf } from "./pressures.ts";
import { writeMeasurement } from "./write-measurement.ts";
import { writePressure } from "./write-pressure.ts";

/** Writes an observation as a coded entry; a blood pressure as its two readings, where they read back as one. */
export function writeObservation(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "observations");
  if (writePressure(placed, writing)) return;
  if (!entry.concept) {
    writePlainText(placed, writing);
    return;
  }
  const row = writing.start(placed, "SRCode");
  const standInFor = reasonForStandIn(entry);
  const shown = writeConcept(row, codeColumns, placed, writing, {
    hasValue: entry.value?.kind === "quantity",
    standInFor,
  });
  writeMeasurement(row, standInFor === undefined ? entry : {}, writing);
  writing.codes.set(entry.id, row);
  // One that stands alone in the record says so, where its row could be read as part of a pressure.
  const isMappedPart =
    shown.mapped !== undefined && pressureKindOf(readConcept(row, codeColumns)) !== undefined;
  const isApart = isMappedPart || isJoinable(entry, writing.pressures);
  const { rows, text } = writeWords(row, entry, writing, { hasPlace: isApart });
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }), ...shown, isApart });
}
