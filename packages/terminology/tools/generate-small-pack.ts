import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { layPack } from "../src/build/lay-pack.ts";
import { PackBuilder } from "../src/build/pack-builder.ts";
import type { SetRows } from "../src/build/set-rows.ts";
import { notices } from "../src/notices.ts";
import { checkCode } from "../src/systems/check-code.ts";

const folder = join(import.meta.dirname, "..");
const release = "1";

interface Concept {
  readonly readV2: string;
  readonly ctv3: string;
  readonly snomed: string;
  readonly term: string;
  readonly inCtv3: string;
  readonly inSnomed: string;
  readonly ctv3IsSame: boolean;
  readonly snomedIsSame: boolean;
}

function concepts(): Concept[] {
  const [, ...lines] = readFileSync(join(folder, "small-pack/concepts.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const cells = line.split("\t");
    const [readV2 = "", ctv3 = "", snomed = "", term = "", inCtv3 = "", inSnomed = ""] = cells;
    for (const [system, code] of [
      ["read-v2", readV2],
      ["ctv3", ctv3],
      ["snomed", snomed],
    ] as const)
      if (code !== "" && !checkCode(system, code).ok)
        throw new Error(`small-pack/concepts.tsv: ${code} is no code of ${system}`);
    return {
      ...{ readV2, ctv3, snomed, term },
      inCtv3: inCtv3 || term,
      inSnomed: inSnomed || inCtv3 || term,
      ctv3IsSame: cells[6] === "yes",
      snomedIsSame: cells[7] === "yes",
    };
  });
}

const builder = new PackBuilder({
  name: "small pack",
  notices: [notices.crown, notices.snomed],
});

function setOf(from: string, to: string): SetRows {
  return builder.set({
    id: `small-${from}-${to}`,
    title: "Codes that systems have used alike",
    kind: "map",
    ...{ from, to, release },
  });
}

const seen = new Set<string>();
for (const concept of concepts()) {
  const { readV2, ctv3, snomed, term, inCtv3, inSnomed, ctv3IsSame, snomedIsSame } = concept;
  const [code, termId] = [readV2.slice(0, 5), readV2.slice(5)];
  const usual = { status: "active", assurance: "unknown" } as const;
  if (!seen.has(readV2))
    builder.system("read-v2").addTerm({ code, termId, text: term, preferred: termId === "00" });
  if (ctv3 !== "") {
    builder.system("ctv3").addTerm({ code: ctv3, text: inCtv3, preferred: true });
    const target = { code, termId };
    setOf("ctv3", "read-v2").add({ source: ctv3, target, oneWay: !ctv3IsSame, ...usual });
  }
  if (snomed !== "") {
    if (!seen.has(snomed)) builder.system("snomed").addTerm({ code: snomed, text: inSnomed });
    const target = { code: snomed };
    const oneWay = !snomedIsSame;
    if (ctv3 !== "") setOf("ctv3", "snomed").add({ source: ctv3, target, oneWay, ...usual });
    // What a CTV3 code of another width means in SNOMED CT, the Read v2 code may not.
    if (ctv3 === "" || ctv3IsSame)
      setOf("read-v2", "snomed").add({
        source: code,
        sourceTermId: termId,
        preferred: termId === "00",
        ...{ target, oneWay },
        ...usual,
      });
  }
  seen.add(readV2).add(snomed);
}

writeFileSync(
  join(folder, "packs/small.gpt1"),
  Buffer.concat(layPack(builder).map((piece) => Buffer.from(piece))),
);
