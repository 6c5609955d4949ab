import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readRecords } from "@gp2gp/core";
import { LocalContentStore, nodeContext, openSource } from "@gp2gp/files";
import { adapters } from "@gp2gp/formats";

import { measure } from "./measure.ts";
import type { Measurement } from "./measurement.ts";
import { writeBundle } from "./write-bundle.ts";

const patients = 1_000;

/** A practice of a thousand patients in each format that holds many, read patient by patient. */
export async function benchBundles(): Promise<readonly Measurement[]> {
  const figures: Measurement[] = [];
  for (const adapter of adapters) {
    if (adapter.format.patients !== "many") continue;
    const work = mkdtempSync(join(tmpdir(), "gp2gp-bundle-"));
    try {
      const folder = join(work, "bundle");
      const context = nodeContext({ content: await LocalContentStore.open(join(work, "content")) });
      const bytes = await writeBundle(adapter, patients, { folder, context });
      await using source = await openSource(folder);
      const what = `${patients} patients of ${adapter.id} (${(bytes / 1e6).toFixed(0)} MB)`;
      figures.push(
        await measure(
          what,
          1,
          async () => {
            let read = 0;
            for await (const { result } of readRecords(adapter, source, context))
              if (result.ok) read += 1;
            if (read !== patients) throw new Error(`${adapter.id}: ${read} patients were read.`);
            return bytes;
          },
          { peakMegabytes: 600 },
        ),
      );
    } finally {
      rmSync(work, { recursive: true });
    }
  }
  return figures;
}
