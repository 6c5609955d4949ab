import type { StoredContent } from "@gp2gp/core";
import type { AgentDirectory, II } from "@gp2gp/hl7v3";
import { readContent } from "../sections/documents/content-uri.ts";
import type { ReadScope } from "../sections/shared/scopes.ts";
import { ownIdOf } from "../sections/shared/statement-head.ts";
import type { ExtractScan } from "./extract-scan.ts";

/** What reading the statements of one extract may know of all of it. */
export function readScopeOf(
  scan: ExtractScan,
  directories: readonly AgentDirectory[],
  stored: ReadonlyMap<string, StoredContent>,
  newId: (seed: string) => string,
): ReadScope {
  const agents = agentsById(directories);
  return {
    referenceId: (id) =>
      id?.root === undefined || id.root === "" ? undefined : id.root.toUpperCase(),
    agentId: (id) => {
      if (id?.root === undefined || id.root === "") return undefined;
      return agents.get(keyOf(id)) ?? id.root.toUpperCase();
    },
    target: (id) => scan.targets.get(id),
    authorisationIn: (statement) => {
      if (scan.entryIds.has(statement)) return undefined;
      const found = scan.authorisations.get(statement);
      return found?.length === 1 ? found[0] : undefined;
    },
    content: (uri, mediaType) => readContent(uri, mediaType, stored),
    newId,
  };
}

const keyOf = ({ root, extension }: II): string => `${root?.toUpperCase()}|${extension ?? ""}`;

/** Agents by each of their ids: a reference may use any of them. */
function agentsById(directories: readonly AgentDirectory[]): Map<string, string> {
  const agents = new Map<string, string>();
  for (const { part } of directories) {
    for (const { agent } of part ?? []) {
      const own = ownIdOf(...(agent?.id ?? []));
      if (own === "") continue;
      for (const id of agent?.id ?? []) {
        const key = keyOf(id);
        if (id.root !== undefined && !agents.has(key)) agents.set(key, own);
      }
    }
  }
  return agents;
}
