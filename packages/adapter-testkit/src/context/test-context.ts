import { noMaps } from "@gp2gp/core";
import type { ContentPort, WriteContext } from "@gp2gp/core";
import { uuidOf } from "../values/uuid-of.ts";
import { memoryContent } from "./memory-content.ts";

/** A context for tests, for reading and for writing. It has a content store of its own unless one is given. */
export interface TestContext extends WriteContext {
  readonly content: ContentPort;
}

/** The moment at which every test happens. */
const moment = Date.UTC(2020, 1, 29, 12, 34, 56);

/**
 * What an adapter may use of the world, in a form that is always the same: the clock stands still,
 * ids are UUIDv5 of their seed, content is in memory, terminology has no maps, confidential entries
 * are withheld where a target cannot mark them.
 */
export function testContext(changes: Partial<WriteContext> = {}): TestContext {
  return {
    now: () => new Date(moment),
    newId: uuidOf,
    terminology: noMaps,
    content: memoryContent(),
    confidential: "withhold",
    ...changes,
  };
}
