import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Artefact, ArtefactPart } from "@gp2gp/core";
import { syncFolder } from "../content/sync-folder.ts";
import { ArtefactError } from "./artefact-error.ts";
import { safeNames } from "./safe-names.ts";

export interface WriteArtefactOptions {
  /** `file`: the first part at the path itself and the others beside it; `folder`: all parts in a folder at the path. */
  readonly as: "file" | "folder";
  /** Whether what stands at the path is replaced. Default false: the call rejects. */
  readonly overwrite?: boolean;
  readonly signal?: AbortSignal;
}

export interface WrittenPart {
  /** The part's name in the artefact; `path` ends in another where no file can have it. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes an artefact to disk, durably. Each file appears whole or not at all; a folder appears whole
 * or not at all; of a file with others beside it the file itself comes last. Rejects with
 * ArtefactError, with the signal's reason, or with what making the bytes rejected with.
 */
export async function writeArtefact(
  artefact: Artefact,
  path: string,
  options: WriteArtefactOptions,
): Promise<readonly WrittenPart[]> {
  const target = resolve(path);
  const folder = dirname(target);
  await attempt(() => mkdir(folder, { recursive: true }));
  const names = safeNames(artefact.parts.map(({ name }) => name));
  const staging = join(folder, `.${basename(target)}.${randomUUID().slice(0, 8)}`);
  const planned = artefact.parts.map((part, index) => {
    const name = names[index] ?? part.name;
    const main = options.as === "file" && index === 0;
    return {
      part,
      staged: join(staging, main ? "main" : `beside/${name}`),
      path: options.as === "folder" ? join(target, name) : main ? target : join(folder, name),
    };
  });
  const places = options.as === "folder" ? [target] : planned.map((plan) => plan.path);
  for (const place of places) await refuseToReplace(place, options);
  try {
    await attempt(() => mkdir(join(staging, "beside"), { recursive: true }));
    const written: WrittenPart[] = [];
    for (const { part, staged, path: final } of planned) {
      await attempt(() => mkdir(dirname(staged), { recursive: true }));
      const bytes = await writePart(part, staged, options.signal);
      written.push({ name: part.name, path: final, bytes });
    }
    if (options.as === "folder") await placeFolder(join(staging, "beside"), target);
    else
      for (const { staged, path: final } of planned.toReversed()) {
        await attempt(async () => {
          await mkdir(dirname(final), { recursive: true });
          await rename(staged, final);
          await syncFolder(dirname(final));
        });
      }
    return written;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

async function refuseToReplace(path: string, options: WriteArtefactOptions): Promise<void> {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats) return;
  if (options.as === "file" && stats.isDirectory()) throw new ArtefactError("output-not-a-file");
  if (options.as === "folder" && !stats.isDirectory())
    throw new ArtefactError("output-not-a-folder");
  if (options.overwrite !== true) throw new ArtefactError("output-exists");
}

async function writePart(
  part: ArtefactPart,
  path: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const file = await attempt(() => open(path, "wx"));
  try {
    let bytes = 0;
    for await (const chunk of part.open()) {
      signal?.throwIfAborted();
      await attempt(() => file.writeFile(chunk));
      bytes += chunk.byteLength;
    }
    await attempt(() => file.sync());
    return bytes;
  } finally {
    await file.close();
  }
}

/** A folder cannot be renamed onto one that has files: the old one steps aside first. */
async function placeFolder(staged: string, target: string): Promise<void> {
  const aside = `${staged}.old`;
  await attempt(async () => {
    await syncFolder(staged);
    const old = await lstat(target).catch(() => undefined);
    if (old) await rename(target, aside);
    try {
      await rename(staged, target);
    } catch (error) {
      if (old) await rename(aside, target);
      throw error;
    }
    await syncFolder(dirname(target));
  });
}

async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof ArtefactError
      ? cause
      : new ArtefactError("output-unwritable", { cause });
  }
}
