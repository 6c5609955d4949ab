import type { ConversationTimeouts } from "@gp2gp/conversation";
import type { ContentStore, FormatRegistry } from "@gp2gp/files";
import type { TransportV1 } from "@gp2gp/transport";
import type { SupplierAdapterV1, TerminologyV1 } from "@gp2gp/core";
import type { Logger } from "pino";
import type { PracticeConnector } from "../connectors/practice-connector.ts";
import type { Db, PracticeRow } from "../store/database.ts";
import type { Clock } from "./clock.ts";

/** What the work of a transfer is done with. Made once, in the composition root. */
export interface TransferContext {
  readonly db: Db;
  readonly content: ContentStore;
  readonly transport: TransportV1;
  readonly formats: FormatRegistry;
  /** The format in which records travel. */
  readonly wireFormat: SupplierAdapterV1;
  /** The maps by which a code becomes one of the receiving system's. */
  readonly terminology: TerminologyV1;
  readonly clock: Clock;
  readonly timeouts: ConversationTimeouts;
  readonly logger: Logger;
  /** The way to a practice's system. */
  connect(practice: PracticeRow): PracticeConnector;
}
