import { lstat, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Artefact } from "@gp2gp/core";
import { ArtefactError, writeArtefact } from "@gp2gp/files";
import { ConnectorError } from "./connector-error.ts";
import type { FiledDocument } from "./practice-connector.ts";

/**
 * Files an artefact as a folder of an inbox that is named for the transfer. The folder appears whole or
 * not at all, and once: an earlier attempt that got as far is left as it is.
 */
export async function fileInFolder(
  inbox: string,
  transferId: string,
  artefact: Artefact,
): Promise<readonly FiledDocument[]> {
  const stats = await stat(inbox).catch(() => undefined);
  // Not made here: a share that is not mounted must not become a folder of this machine.
  if (!stats?.isDirectory()) throw new ConnectorError("inbox-missing");
  const target = join(inbox, transferId);
  await removeUnfinished(inbox, transferId);
  if (!(await lstat(target).catch(() => undefined))) {
    try {
      await writeArtefact(artefact, target, { as: "folder" });
    } catch (error) {
      const isThere = ArtefactError.isInstance(error) && error.code === "output-exists";
      if (!isThere) throw error;
    }
  }
  return await documentsIn(target);
}

/** What killed attempts of the same transfer left beside. */
async function removeUnfinished(inbox: string, transferId: string): Promise<void> {
  for (const name of await readdir(inbox))
    if (name.startsWith(`.${transferId}.`))
      await rm(join(inbox, name), { recursive: true, force: true });
}

async function documentsIn(folder: string): Promise<FiledDocument[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return await Promise.all(
    files.map(async (path) => ({
      name: path.slice(folder.length + 1),
      path,
      bytes: (await stat(path)).size,
    })),
  );
}
