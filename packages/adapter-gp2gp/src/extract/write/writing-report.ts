import { degradeKindOfEntry, pointerOf } from "@gp2gp/core";
import type {
  AnyEntry,
  ArtefactLocation,
  CarriedLine,
  EntrySection,
  Issue,
  Loss,
} from "@gp2gp/core";
import { formatId } from "../format.ts";
import { needsStandIn } from "../sections/shared/stand-ins.ts";
import type { PlacedEntry } from "../sections/write-statement.ts";
import type { CarriedEntry } from "./settle-statement.ts";

/** What writing a record had to say of it: what is not held structurally, and what a person may need to know. */
export class WritingReport {
  readonly losses: Loss[] = [];
  readonly issues: Issue[] = [];
  readonly #part: string;

  constructor(part: string) {
    this.#part = part;
  }

  locationOf(as: ArtefactLocation["as"]): ArtefactLocation {
    return { part: this.#part, as };
  }

  /** Facts carried as lines in the text of their own statement, or of a narrative beside it. */
  carried({ placed, lines, carry, inStatement }: CarriedEntry): void {
    const { section, index } = placed;
    const record = pointerOf(section, index);
    const as = carry.recordedAs === undefined && inStatement ? "text" : "narrative";
    if (carry.recordedAs !== undefined)
      this.losses.push({
        type: "degraded",
        record,
        section,
        reason: "no-place",
        carriedAs: this.locationOf(as),
      });
    this.lines(section, index, lines, as);
  }

  /** A code that stands in for one of a system that receivers do not know, or for what an allergy is to. */
  degraded(placed: PlacedEntry): void {
    const { section, index, entry } = placed;
    const [coding] = entry.concept?.codings ?? [];
    if ((!coding && section !== "allergies") || !needsStandIn(placed)) return;
    this.losses.push({
      type: "degraded",
      record: pointerOf(section, index, "concept"),
      section,
      reason: "no-code-map",
      carriedAs: this.locationOf("degraded-code"),
      ...(coding && { from: coding }),
      ...(degradeKindOfEntry(section, entry) === "drug-allergy" && { blocksPrescribing: true }),
    });
  }

  lines(
    section: EntrySection,
    index: number,
    lines: readonly CarriedLine[],
    as: "text" | "narrative",
  ): void {
    for (const { path } of lines)
      this.losses.push({
        type: "degraded",
        record: pointerOf(section, index, ...path),
        section,
        reason: path[0] === "confidentiality" ? "confidential" : "no-place",
        carriedAs: this.locationOf(as),
      });
  }

  /** What the source said beyond the facts of an entry, which it no longer allows because it was changed. */
  lostDetails(section: EntrySection, index: number): void {
    this.losses.push({
      type: "dropped",
      record: pointerOf(section, index, "supplierData", formatId),
      section,
      reason: "invalid-in-target",
    });
  }

  /** What other suppliers understand and this message has no place for. */
  otherSuppliers(section: EntrySection, index: number, { supplierData }: AnyEntry): void {
    if (supplierData === undefined) return;
    for (const format of Object.keys(supplierData)) {
      if (format === formatId) continue;
      this.losses.push({
        type: "dropped",
        record: pointerOf(section, index, "supplierData", format),
        section,
        reason: "other-supplier-data",
      });
    }
  }
}
