import { pointerOf } from "@gp2gp/core";
import type { Json, PatientRecord, Residue } from "@gp2gp/core";
import type { CompositionComponent, ED, NarrativeStatement } from "@gp2gp/hl7v3";
import { formatId } from "../format.ts";
import { makeComposition } from "../sections/consultations/made-composition.ts";
import { writeText } from "../values/text.ts";
import { madeCompositionSeed } from "./made-ids.ts";
import type { Scopes } from "./write-scope.ts";
import type { WritingReport } from "./writing-report.ts";

/**
 * What other formats could not place: clinical residue as narratives of its readable words, wire
 * detail left out. Residue of this format has no place in the schema, which is why it is residue.
 */
export function residueCompositions(
  record: PatientRecord,
  scopes: Scopes,
  report: WritingReport,
): CompositionComponent[] {
  const compositions: CompositionComponent[] = [];
  for (const [index, residue] of record.residue.entries()) {
    const text = residue.kind === "clinical" && residue.format !== formatId ? wordsOf(residue) : "";
    const element = writeText(text);
    const path = pointerOf("residue", index);
    if (!element) {
      report.losses.push({
        type: "dropped",
        record: path,
        section: "residue",
        reason: residue.format === formatId ? "invalid-in-target" : "other-supplier-data",
      });
      continue;
    }
    report.losses.push({
      type: "degraded",
      record: path,
      section: "residue",
      reason: "no-place",
      carriedAs: { part: "ehr-extract.xml", as: "narrative" },
    });
    const seed = `gp2gp-ehr-extract:residue:${residue.format}:${index}:${text}`;
    compositions.push(compositionOf(scopes.write.newId(seed), element, scopes));
  }
  return compositions;
}

function compositionOf(id: string, text: ED, { write }: Scopes): CompositionComponent {
  const statement: NarrativeStatement = {
    classCode: "OBS",
    moodCode: "EVN",
    id: { root: id },
    text,
    statusCode: { code: "COMPLETE" },
    availabilityTime: { nullFlavor: "UNK" },
  };
  const narrative = {
    typeCode: "COMP",
    statement: { kind: "NarrativeStatement" as const, ...statement },
  };
  return makeComposition(write.newId(madeCompositionSeed(id)), undefined, [narrative], write);
}

/** The words of residue, a line each, in order. */
function wordsOf({ content }: Residue): string {
  const lines: string[] = [];
  const visit = (value: Json, key: string): void => {
    if (value === null || value === "") return;
    if (typeof value !== "object") {
      const named = key !== "" && !/^\d+$/.test(key) && key !== "text" && key !== "value";
      lines.push(named ? `${key}: ${String(value)}` : String(value));
    } else for (const [member, item] of Object.entries(value)) visit(item, member);
  };
  visit(content as Json, "");
  return lines.join("\n");
}
