import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of shared reference data, where it is at hand. */
export const shared =
  process.env["GP2GP_SHARED"] ?? join(import.meta.dirname, "../../../../../shared");
export const hasShared = existsSync(join(shared, "terminology"));
export const skipReason = "there is no shared reference data (GP2GP_SHARED names another folder)";

export type Era = "2013pack" | "2020s" | "synthetic";

/** A pair of codes seen together in a published sample message. */
export interface HarvestedPair {
  readonly source: { readonly system: string; readonly code: string; readonly display: string };
  readonly target: { readonly system: string; readonly code: string; readonly display: string };
  readonly evidence: string;
  readonly eras: readonly Era[];
}

const systems: Readonly<Record<string, string>> = {
  CTV3: "ctv3",
  READ2: "read-v2",
  SCT: "snomed",
  EGTON: "emis",
  EMISDRUG: "emis-drug",
  MULTILEX: "multilex",
  GEMSCRIPT: "gemscript",
  MICROTEST: "microtest-5",
};

export const pairFiles = [
  "ctv3-read2",
  "ctv3-snomed",
  "read2-snomed",
  "supplier-local-snomed",
] as const;

/** The pairs of one file. */
export function harvestedPairs(file: (typeof pairFiles)[number]): HarvestedPair[] {
  const [, ...lines] = readFileSync(join(shared, `terminology/${file}.tsv`), "utf8")
    .trimEnd()
    .split(/\r?\n/);
  return lines.map((line) => {
    const cells = line.split("\t");
    const [source = "", code = "", display = "", target = "", to = "", shown = ""] = cells;
    return {
      source: { system: systems[source] ?? source, code, display },
      target: { system: systems[target] ?? target, code: to, display: shown },
      evidence: cells[6] ?? "",
      eras: (cells[8] ?? "").split(",") as Era[],
    };
  });
}
