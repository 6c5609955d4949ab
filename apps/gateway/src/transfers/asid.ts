import { createHash } from "node:crypto";
import type { PracticeRow } from "../store/database.ts";

/**
 * The number messages name a practice's system by. A practice without one gets a number of this gateway,
 * always the same; it begins with 999, and no Spine ever issued it.
 */
export function asidOf({ asid, ods_code }: Pick<PracticeRow, "asid" | "ods_code">): string {
  if (asid !== null) return asid;
  const digest = createHash("sha256").update(ods_code).digest();
  return `999${String(digest.readUIntBE(0, 6) % 1_000_000_000).padStart(9, "0")}`;
}
