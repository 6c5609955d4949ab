import { copyFile, mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { samplePractices } from "./sample-practices.ts";
import type { SamplePlaces } from "./sample-practices.ts";

const records = fileURLToPath(new URL("../../samples/riverside-emis/", import.meta.url));

/** Makes the folders of the sample practices and puts the exports into the outbox of the one that is left. */
export async function layOutSample(places: SamplePlaces): Promise<void> {
  const { from, to } = samplePractices(places);
  for (const { inbox, outbox } of [from, to])
    for (const folder of [inbox, outbox]) await mkdir(folder, { recursive: true });
  for (const name of await readdir(records)) {
    const staged = join(from.outbox, `.${name}`);
    await copyFile(join(records, name), staged);
    await rename(staged, join(from.outbox, name));
  }
}
