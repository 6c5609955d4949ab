import type { SupplierAdapterV1 } from "@gp2gp/core";
import { openSource } from "../sources/open-source.ts";
import type { OpenedSource } from "../sources/open-source.ts";
import { defaultSourceLimits } from "../sources/source-limits.ts";
import type { SourceLimits } from "../sources/source-limits.ts";
import type { Detection } from "./detection.ts";
import { FormatRegistry } from "./format-registry.ts";
import { groupParts } from "./group-parts.ts";
import type { PartGroups, SourceGroup } from "./group-parts.ts";
import { peekSource } from "./peek-source.ts";

export interface OpenSourcesOptions {
  readonly limits?: SourceLimits;
  /** The format the caller says it is; nobody else is asked. */
  readonly from?: SupplierAdapterV1;
  readonly signal?: AbortSignal;
}

/** The sources of a path. Close them when they are no longer read. */
export interface OpenedSources extends PartGroups, AsyncDisposable {
  readonly kind: OpenedSource["kind"];
  close(): Promise<void>;
}

/**
 * Opens a file, folder or zip and finds the sources in it: a file is one; a folder or archive is one
 * of a format that is a folder of files, or one for each file that is an artefact by itself. A source
 * whose format is unknown or ambiguous is there too and says so. Rejects with SourceError.
 */
export async function openSources(
  path: string,
  registry: FormatRegistry,
  options: OpenSourcesOptions = {},
): Promise<OpenedSources> {
  const opened = await openSource(path, options.limits ?? defaultSourceLimits);
  try {
    const found = await sourcesIn(opened, registry, options);
    return {
      ...found,
      kind: opened.kind,
      close: opened.close,
      [Symbol.asyncDispose]: opened.close,
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function sourcesIn(
  opened: OpenedSource,
  registry: FormatRegistry,
  { from, signal }: OpenSourcesOptions,
): Promise<PartGroups> {
  const [only, ...more] = opened.parts;
  if (from && only && more.length === 0)
    return { groups: [{ name: only.name, source: opened, detection: given(from) }], others: [] };
  const asked = from ? new FormatRegistry([from]) : registry;
  const { groups, others } = await groupParts(opened.parts, asked, signal);
  if (groups.length > 0) {
    return {
      groups: from ? groups.map((group) => withDetection(group, given(from))) : groups,
      others,
    };
  }
  const detection = from ? given(from) : asked.detectPeek(await peekSource(opened, signal));
  const name = only && more.length === 0 ? only.name : ".";
  return { groups: [{ name, source: opened, detection }], others: [] };
}

function withDetection(group: SourceGroup, detection: Detection): SourceGroup {
  return {
    name: group.name,
    detection,
    get source() {
      return group.source;
    },
  };
}

function given(adapter: SupplierAdapterV1) {
  return { outcome: "found", certainty: "given", adapter, answers: [] } as const;
}
