import { entrySections } from "@gp2gp/core";
import type { AnyEntry, EntryId, PatientRecordDraft } from "@gp2gp/core";
import type { ExtractReader } from "./extract-reader.ts";

/** Points every reference to an id that was only made for the message to the entry's own id. */
export function renameReferences(record: PatientRecordDraft, reader: ExtractReader): void {
  const { renamed } = reader;
  for (const section of entrySections) {
    for (const [index, entry] of record[section].entries()) {
      const pointed = withRenamed(entry, renamed) as AnyEntry;
      if (pointed !== entry) reader.replace(section, index, pointed);
    }
  }
}

/** A copy with every string that is a renamed id replaced; the same value where there is none. */
function withRenamed(value: unknown, renamed: ReadonlyMap<EntryId, EntryId>): unknown {
  if (typeof value === "string") return renamed.get(value) ?? value;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => withRenamed(item, renamed));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [key, item] of Object.entries(value)) {
    const one = withRenamed(item, renamed);
    if (one !== item) (copy ??= { ...value })[key] = one;
  }
  return copy ?? value;
}
