import type { FormatRegistry } from "@gp2gp/files";
import type { PracticeRow } from "../store/database.ts";
import { createFolderConnector } from "./folder-connector.ts";
import { OutboxIndex } from "./outbox-index.ts";
import type { PracticeConnector } from "./practice-connector.ts";

/** Connectors to practices with folders, which remember what they have seen in each outbox. */
export function createFolderConnectors(
  formats: FormatRegistry,
): (practice: Pick<PracticeRow, "inbox" | "outbox" | "format">) => PracticeConnector {
  const indexes = new Map<string, OutboxIndex>();
  return (practice) => {
    const outbox = indexes.get(practice.outbox) ?? new OutboxIndex(practice.outbox);
    indexes.set(practice.outbox, outbox);
    return createFolderConnector(practice, { formats, outbox });
  };
}
