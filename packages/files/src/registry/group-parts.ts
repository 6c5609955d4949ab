import type { Source, SourcePart, SourcePeek } from "@gp2gp/core";
import type { Detection } from "./detection.ts";
import { FormatRegistry } from "./format-registry.ts";

/** One source within a folder or archive, under the name of its first part or folder. */
export interface SourceGroup {
  readonly name: string;
  readonly source: Source;
  readonly detection: Detection;
}

export interface PartGroups {
  readonly groups: readonly SourceGroup[];
  /** Parts no format knows and that stand beside no source. */
  readonly others: readonly string[];
}

type PeekedPart = SourcePeek["parts"][number] & { readonly part: SourcePart };

/**
 * Sorts the parts of a folder or archive into sources. Folder by folder: if all files below it are one
 * artefact of a format that is a folder of files, they are one source; else each file that is an
 * artefact by itself begins a source, and takes the files that are none (its attachments) along.
 */
export function groupParts(parts: readonly PeekedPart[], registry: FormatRegistry): PartGroups {
  const groups: SourceGroup[] = [];
  const others: string[] = [];
  const alone = new Map(
    parts.map((part) => [part, registry.detectPeek({ parts: [part] })] as const),
  );
  const folderFormats = new FormatRegistry(
    registry.adapters.filter(({ format }) => format.extension === undefined),
  );
  const anySure = [...alone.values()].some(isSure);
  gather(parts, "");
  return { groups, others };

  function isArtefact(part: PeekedPart): boolean {
    const detection = alone.get(part);
    if (!detection || detection.outcome === "none") return false;
    return isSure(detection) || !anySure;
  }

  function gather(below: readonly PeekedPart[], folder: string): void {
    const whole = folderArtefact(below, folder);
    if (whole) {
      groups.push(whole);
      return;
    }
    const direct = below.filter(({ name }) => !name.slice(folder.length).includes("/"));
    const beside: PeekedPart[] = direct.filter((part) => !isArtefact(part));
    const artefacts = direct.filter(isArtefact);
    for (const [subfolder, inside] of bySubfolder(below, folder)) {
      if (inside.some(isArtefact) || folderArtefact(inside, subfolder)) gather(inside, subfolder);
      else beside.push(...inside);
    }
    for (const artefact of artefacts) {
      const detection = alone.get(artefact);
      if (!detection) continue;
      groups.push({
        name: artefact.name,
        source: { parts: [artefact, ...beside].map((part) => within(folder, part)) },
        detection,
      });
    }
    if (artefacts.length !== 1) others.push(...beside.map(({ name }) => name));
  }

  /** The files below a folder as one artefact of a format that is a folder of files. */
  function folderArtefact(below: readonly PeekedPart[], folder: string): SourceGroup | undefined {
    const detection = folderFormats.detectPeek({
      parts: below.map((part) => ({ ...part, name: part.name.slice(folder.length) })),
    });
    if (detection.outcome === "none" || (anySure && !isSure(detection))) return undefined;
    return {
      name: folder === "" ? "." : folder.slice(0, -1),
      source: { parts: below.map((part) => within(folder, part)) },
      detection,
    };
  }
}

function isSure(detection: Detection): boolean {
  return detection.answers.some(({ answer }) => answer === "yes");
}

function within(folder: string, { part }: PeekedPart): SourcePart {
  return {
    ...part,
    name: part.name.slice(folder.length),
    open: (range) => part.open(range),
  };
}

function bySubfolder(
  below: readonly PeekedPart[],
  folder: string,
): ReadonlyMap<string, readonly PeekedPart[]> {
  const subfolders = new Map<string, PeekedPart[]>();
  for (const part of below) {
    const slash = part.name.indexOf("/", folder.length);
    if (slash < 0) continue;
    const subfolder = part.name.slice(0, slash + 1);
    const inside = subfolders.get(subfolder);
    if (inside) inside.push(part);
    else subfolders.set(subfolder, [part]);
  }
  return subfolders;
}
