import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const shared = process.env["GP2GP_SHARED"] ?? join(import.meta.dirname, "../../../../../shared");
const folder = join(shared, "corpus/ehr-extracts");

/** Tests that need the shared extracts and schemas are skipped where they are not there. */
export const isSharedAbsent = !existsSync(folder);

/** The real extracts, by supplier and file. */
export function sharedExtracts(): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  if (isSharedAbsent) return [];
  return globSync("*/*.xml", { cwd: folder })
    .toSorted()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** The schema of a version of the message. */
export const schemaOf = (version: "UK06" | "UK07"): string =>
  join(shared, `schemas/mim/schema/RCMR_IN030000${version}.xsd`);
