import type { CompositionComponent, DirectoryPart } from "@gp2gp/hl7v3";
import type { FolderContent } from "../sections/envelope/write-envelope.ts";
import { folderTime } from "./folder-time.ts";

/** A part of the message with the folder it stands in, from 0. */
export interface InFolder<Part> {
  readonly part: Part;
  readonly folder: number;
}

/**
 * The folders of a message: one, or those that compositions came in. An agent whose folder is gone stands in the first;
 * a folder between others that holds nothing any more says so by an empty composition.
 */
export function foldersOf(
  compositions: readonly InFolder<CompositionComponent>[],
  agents: readonly InFolder<DirectoryPart>[],
  empty: (folder: number) => CompositionComponent,
): FolderContent[] {
  const count = compositions.reduce((most, { folder }) => Math.max(most, folder + 1), 1);
  const held = <Part>(parts: readonly InFolder<Part>[], at: number): Part[] =>
    parts.flatMap(({ part, folder }) => ((folder < count ? folder : 0) === at ? [part] : []));
  return Array.from({ length: count }, (_, at) => {
    const own = held(compositions, at);
    const component = own.length > 0 ? own : [empty(at)];
    const part = held(agents, at);
    return {
      effectiveTime: folderTime(component),
      responsibleParty: {
        typeCode: "RESP",
        agentDirectory: { classCode: "AGNT", ...(part.length > 0 && { part }) },
      },
      component,
    };
  });
}
