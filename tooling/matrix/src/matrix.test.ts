import { memoryContent } from "@gp2gp/adapter-testkit";
import { nodeContext } from "@gp2gp/files";
import { adapters } from "@gp2gp/formats";
import { beforeAll, describe, expect, it } from "vitest";
import { makeMatrix } from "./make-matrix.ts";
import { generatedSources } from "./matrix-sources.ts";
import type { Matrix } from "./matrix-types.ts";

const pairs = adapters.flatMap((from) => adapters.map((to) => [from.id, to.id] as const));

describe("a generated life", () => {
  let matrix: Matrix;
  beforeAll(async () => {
    const context = nodeContext({ content: memoryContent(), now: () => new Date(0) });
    matrix = await makeMatrix(await generatedSources(1, context), context);
  }, 120_000);

  it.each(pairs)("crosses from %s to %s and comes home with every fact", (from, to) => {
    const pair = matrix.pairs.find((one) => one.from === from && one.to === to);
    expect(pair).toMatchObject({
      unexplained: 0,
      home: { whole: 1, differences: 0 },
    });
  });
});
