import { open } from "node:fs/promises";

/** Makes the names of a folder durable. Windows cannot and need not: its renames are journalled. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  await using handle = await open(folder, "r");
  await handle.sync();
}
