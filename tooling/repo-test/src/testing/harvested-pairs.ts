import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../repository.ts";

const folder = join(process.env["GP2GP_SHARED"] ?? join(repository, "..", "shared"), "terminology");
export const hasPairs = existsSync(folder);

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

export type PairFile = (typeof pairFiles)[number];

export function bytesOfPairs(file: PairFile): Buffer {
  return readFileSync(join(folder, `${file}.tsv`));
}

/** The pairs of one file. */
export function harvestedPairs(file: PairFile): HarvestedPair[] {
  const [, ...lines] = bytesOfPairs(file).toString("utf8").trimEnd().split(/\r?\n/);
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
