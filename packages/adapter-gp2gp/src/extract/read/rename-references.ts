import { entrySections, withRenamedIds } from "@gp2gp/core";
import type { AnyEntry, PatientRecordDraft } from "@gp2gp/core";
import type { ExtractReader } from "./extract-reader.ts";

/** Points every reference to an id that was only made for the message to the entry's own id. */
export function renameReferences(record: PatientRecordDraft, reader: ExtractReader): void {
  const { renamed } = reader;
  for (const section of entrySections) {
    for (const [index, entry] of record[section].entries()) {
      const pointed = withRenamedIds<AnyEntry>(entry, renamed);
      if (pointed !== entry) reader.replace(section, index, pointed);
    }
  }
}
