import { existsSync } from "node:fs";
import { join } from "node:path";

import { memoryContent } from "@gp2gp/adapter-testkit";
import { nodeContext } from "@gp2gp/files";
import { adapters } from "@gp2gp/formats";
import { beforeAll, describe, expect, it } from "vitest";
import { crossFrom } from "./cross.ts";
import { makeMatrix } from "./make-matrix.ts";
import { corpusSources, generatedSources } from "./matrix-sources.ts";
import type { Matrix } from "./matrix-types.ts";

const pairs = adapters.flatMap((from) => adapters.map((to) => [from.id, to.id] as const));

const context = nodeContext({ content: memoryContent(), now: () => new Date(0) });
const shared =
  process.env["GP2GP_SHARED"] ?? join(import.meta.dirname, "..", "..", "..", "..", "shared");
const corpus = join(shared, "corpus");
const named = (ids: readonly string[]) => adapters.filter(({ id }) => ids.includes(id));

describe("a generated life", () => {
  let matrix: Matrix;
  beforeAll(async () => {
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

describe.skipIf(!existsSync(corpus))(
  "SystmOne's extracts (skipped where ../shared is absent)",
  () => {
    it.each(["gp2gp-ehr-extract", "tpp-client-xml"])(
      "cross from %s to EMIS, INPS and iSOFT and come home with their codes and all else",
      async (id) => {
        const sources = await corpusSources(corpus, context);
        const records = sources.flatMap(({ name, record }) =>
          name.startsWith("ehr-extracts/tpp/") ? [record] : [],
        );
        expect(records).toHaveLength(4);
        const targets = named(["emis-open", "inps-csv", "isoft-miquest"]);
        for (const from of named([id]))
          for (const outcome of await crossFrom(from, targets, records, context))
            expect(outcome).toMatchObject({ unexplained: 0, home: { whole: 4, differences: 0 } });
      },
    );
  },
);
