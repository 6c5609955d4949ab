import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { memoryContent } from "@gp2gp/adapter-testkit";
import { nodeContext } from "@gp2gp/files";
import { Command } from "commander";

import { makeMatrix } from "./make-matrix.ts";
import { corpusSources, generatedSources } from "./matrix-sources.ts";
import { renderMatrix } from "./render-matrix.ts";

const repository = join(import.meta.dirname, "..", "..", "..");

interface Options {
  readonly corpus: string;
  readonly generated: string;
  readonly out: string;
}

/** Writes `matrix.json` and `README.md`; ends with 1 where a fact is dropped without a reason. */
async function main({ corpus, generated, out }: Options): Promise<number> {
  const context = nodeContext({ content: memoryContent(), now: () => new Date(0) });
  const real = await corpusSources(corpus, context);
  if (real.length === 0)
    console.error(`There are no real records at ${corpus}: the matrix is of generated ones alone.`);
  const sources = [...real, ...(await generatedSources(Number(generated), context))];
  const matrix = await makeMatrix(sources, context, (from) =>
    console.error(`${sources.length} records from ${from} to every format and home …`),
  );
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "matrix.json"), `${JSON.stringify(matrix, undefined, 1)}\n`);
  writeFileSync(join(out, "README.md"), renderMatrix(matrix));
  console.log(renderMatrix(matrix));
  return matrix.pairs.some(({ unexplained }) => unexplained > 0) ? 1 : 0;
}

const program = new Command("matrix")
  .description("what each pair of formats keeps of records, there and home again")
  .option("--corpus <folder>", "real records", join(repository, "..", "shared", "corpus"))
  .option("--generated <count>", "how many generated lives", "6")
  .option("--out <folder>", "where the matrix is written", join(repository, "apps/docs/matrix"))
  .action(async (options: Options) => {
    process.exitCode = await main(options);
  });
await program.parseAsync();
