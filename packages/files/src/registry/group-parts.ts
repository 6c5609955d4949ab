import type { Source, SourcePart } from "@gp2gp/core";
import type { Detection } from "./detection.ts";
import { FormatRegistry } from "./format-registry.ts";
import { nearestTheTop, peekPart } from "./peek-source.ts";
import type { PeekedPart } from "./peek-source.ts";

/** One source within a folder or archive, under the name of its first part or folder. */
export interface SourceGroup {
  readonly name: string;
  readonly source: Source;
  readonly detection: Detection;
}

export interface PartGroups {
  readonly groups: readonly SourceGroup[];
  /** Parts no format knows and that stand beside no single source. */
  readonly others: readonly string[];
}

interface LookedAt {
  readonly part: SourcePart;
  /** What the formats say of the part by itself. */
  readonly alone: Detection;
  readonly peeked: PeekedPart;
}

/**
 * Sorts the parts of a folder or archive into sources. Folder by folder: if all files below it are one
 * artefact of a format that is a folder of files, they are one source; else each file that is an
 * artefact by itself begins a source, and takes the files that are none (its attachments) along.
 * Among artefacts, a file that is named like one and is none is a source nobody knows.
 */
export async function groupParts(
  parts: readonly SourcePart[],
  registry: FormatRegistry,
  signal?: AbortSignal,
): Promise<PartGroups> {
  const lookedAt = await lookAt(parts, registry, signal);
  const anySure = lookedAt.some(({ alone }) => isSure(alone));
  const folderFormats = new FormatRegistry(
    registry.adapters.filter(({ format }) => format.extension === undefined),
  );
  const anyArtefact = lookedAt.some(isArtefact);
  const extensions = registry.adapters.flatMap(({ format }) => format.extension ?? []);
  const groups: SourceGroup[] = [];
  const others: string[] = [];
  gather(lookedAt, "");
  return { groups, others };

  function isArtefact({ alone }: LookedAt): boolean {
    return alone.outcome !== "none" && (isSure(alone) || !anySure);
  }

  function gather(below: readonly LookedAt[], folder: string): void {
    const whole = folderArtefact(below, folder);
    if (whole) {
      groups.push(whole);
      return;
    }
    const direct = below.filter(({ part }) => !part.name.includes("/", folder.length));
    const artefacts = direct.filter(isArtefact);
    const rest = direct.filter((one) => !isArtefact(one));
    const isStray = ({ part }: LookedAt): boolean =>
      artefacts.length !== 1 && isNamedLikeArtefact(part);
    const strays = rest.filter(isStray);
    const beside = rest.filter((one) => !isStray(one));
    for (const [subfolder, inside] of bySubfolder(below, folder)) {
      if (inside.some(isArtefact) || folderArtefact(inside, subfolder)) gather(inside, subfolder);
      else beside.push(...inside);
    }
    const attachments = beside.map(({ part }) => within(folder, part));
    for (const { part, alone } of artefacts) {
      groups.push({
        name: part.name,
        detection: alone,
        // Made when asked for: many sources may share many attachments.
        get source() {
          return { parts: [within(folder, part), ...attachments] };
        },
      });
    }
    for (const { part, alone } of strays)
      groups.push({ name: part.name, source: { parts: [part] }, detection: alone });
    if (artefacts.length !== 1) others.push(...beside.map(({ part }) => part.name));
  }

  /** A file among artefacts that is named like one and is none cannot be read, and is no attachment. */
  function isNamedLikeArtefact({ name }: SourcePart): boolean {
    return anyArtefact && extensions.some((extension) => name.toLowerCase().endsWith(extension));
  }

  /** The files below a folder as one artefact of a format that is a folder of files. */
  function folderArtefact(below: readonly LookedAt[], folder: string): SourceGroup | undefined {
    if (folderFormats.adapters.length === 0) return undefined;
    const detection = folderFormats.detectPeek({
      parts: below.map(({ peeked }) => ({ ...peeked, name: peeked.name.slice(folder.length) })),
    });
    if (detection.outcome === "none" || (anySure && !isSure(detection))) return undefined;
    return {
      name: folder === "" ? "." : folder.slice(0, -1),
      source: { parts: below.map(({ part }) => within(folder, part)) },
      detection,
    };
  }
}

/** Asks of every part by itself; its beginning is kept only where folders are judged by it. */
async function lookAt(
  parts: readonly SourcePart[],
  registry: FormatRegistry,
  signal: AbortSignal | undefined,
): Promise<LookedAt[]> {
  const kept = new Set(nearestTheTop(parts));
  const nothing = new Uint8Array();
  const lookedAt: LookedAt[] = [];
  for (const part of parts) {
    signal?.throwIfAborted();
    const peeked = await peekPart(part);
    lookedAt.push({
      part,
      alone: registry.detectPeek({ parts: [peeked] }),
      peeked: kept.has(part) ? peeked : { ...peeked, head: nothing },
    });
  }
  return lookedAt;
}

function isSure({ answers }: Detection): boolean {
  return answers.some(({ answer }) => answer === "yes");
}

function within(folder: string, part: SourcePart): SourcePart {
  if (folder === "") return part;
  return { ...part, name: part.name.slice(folder.length), open: (range) => part.open(range) };
}

function bySubfolder(
  below: readonly LookedAt[],
  folder: string,
): ReadonlyMap<string, readonly LookedAt[]> {
  const subfolders = new Map<string, LookedAt[]>();
  for (const one of below) {
    const slash = one.part.name.indexOf("/", folder.length);
    if (slash < 0) continue;
    const subfolder = one.part.name.slice(0, slash + 1);
    const inside = subfolders.get(subfolder);
    if (inside) inside.push(one);
    else subfolders.set(subfolder, [one]);
  }
  return subfolders;
}
