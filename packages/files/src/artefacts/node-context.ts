import { noMaps } from "@gp2gp/core";
import type { AdapterContext, ContentPort, TerminologyV1 } from "@gp2gp/core";
import { v5 } from "uuid";

/** The namespace of every id the project makes from a seed. It never changes, or ids would. */
const NAMESPACE = "0f3a5c1e-6f0b-5d57-9a41-6a1f0c6b7e2d";

export interface NodeContextOptions {
  readonly content: ContentPort;
  readonly terminology?: TerminologyV1;
  readonly signal?: AbortSignal;
  readonly options?: AdapterContext["options"];
  readonly now?: () => Date;
}

/** What adapters may use of the world, on Node: the clock, ids by UUIDv5, content, and no code maps unless given. */
export function nodeContext(given: NodeContextOptions): AdapterContext {
  return {
    now: given.now ?? (() => new Date()),
    newId,
    terminology: given.terminology ?? noMaps,
    content: given.content,
    ...(given.signal && { signal: given.signal }),
    ...(given.options && { options: given.options }),
  };
}

/** The upper-case UUIDv5 (RFC 9562) of a seed. */
export function newId(seed: string): string {
  return v5(seed, NAMESPACE).toUpperCase();
}
