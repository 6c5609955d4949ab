import type { Json, Patient, RecordSection, Residue } from "@gp2gp/core";
import { guidOfId } from "../../shared/guid.ts";
import { formatId } from "../emis-data.ts";
import type { WireEvent } from "../wire/coded-item-types.ts";
import { partName } from "./writing.ts";
import type { Writing } from "./writing.ts";

/** What supplier data of other systems the record holds is of no use to EMIS: reported, once an entry. */
export function reportOtherData(writing: Writing): void {
  const report = (section: RecordSection, holder: object, pointer = `/${section}`): void => {
    const { supplierData } = holder as Pick<Patient, "supplierData">;
    for (const format of Object.keys(supplierData ?? {})) {
      if (format === formatId) continue;
      writing.losses.push({
        type: "dropped",
        record: `${pointer}/supplierData/${format}`,
        section,
        reason: "other-supplier-data",
      });
    }
  };
  const { record } = writing;
  report("patient", record.patient);
  report("extraction", record.extraction);
  for (const { section, index, entry } of writing.index.all())
    report(section, entry, `/${section}/${index}`);
}

const heading = /^\[Residue of ([a-z0-9-]+)\]$/;

/**
 * What other formats could not say in the record, as text where it is clinical. Technical residue is of
 * no use to another format; the envelope of EMIS's own is not written again.
 */
export function writeResidue(writing: Writing): WireEvent[] {
  return writing.record.residue.flatMap((residue, index) => {
    if (residue.format === formatId && isDeletedEntry(residue)) return [];
    const clinical = residue.kind === "clinical";
    writing.losses.push({
      type: clinical ? "degraded" : "dropped",
      record: `/residue/${index}`,
      section: "residue",
      reason: residue.format === formatId ? "no-place" : "other-supplier-data",
      ...(clinical && { carriedAs: { part: partName, as: "narrative" } }),
    });
    return clinical ? [residueEvent(residue, index, writing)] : [];
  });
}

function isDeletedEntry({ content }: Residue): boolean {
  return typeof content === "object" && content !== null && "list" in content && "item" in content;
}

function residueEvent(residue: Residue, index: number, writing: Writing): WireEvent {
  return {
    GUID: guidOfId(writing.context.newId(`${formatId}:residue:${residue.format}:${index}`)),
    FileStatus: "0",
    DescriptiveText: `[Residue of ${residue.format}]\n${JSON.stringify(residue.content, undefined, 1)}`,
    EventType: "0",
  };
}

/** The residue an event's text is, where it is one. */
export function residueOfText(
  text: string | undefined,
): { readonly format: string; readonly content: Json } | undefined {
  const end = text?.indexOf("\n") ?? -1;
  const format = heading.exec(text?.slice(0, end) ?? "")?.[1];
  if (text === undefined || format === undefined || end < 0) return undefined;
  try {
    return { format, content: JSON.parse(text.slice(end + 1)) as Json };
  } catch {
    return undefined;
  }
}
