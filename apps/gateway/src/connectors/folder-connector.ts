import type { FormatRegistry } from "@gp2gp/files";
import type { PracticeRow } from "../store/database.ts";
import { fileInFolder } from "./file-in-folder.ts";
import { findExport } from "./find-export.ts";
import type { OutboxIndex } from "./outbox-index.ts";
import type { PracticeConnector } from "./practice-connector.ts";

/** A practice whose system exports records to one folder, and takes them from another. */
export function createFolderConnector(
  { inbox, format }: Pick<PracticeRow, "inbox" | "format">,
  { formats, outbox }: { readonly formats: FormatRegistry; readonly outbox: OutboxIndex },
): PracticeConnector {
  return {
    findRecord: (nhsNumber, context) => findExport({ outbox, format, formats, nhsNumber, context }),
    file: (transferId, artefact) => fileInFolder(inbox, transferId, artefact),
  };
}
