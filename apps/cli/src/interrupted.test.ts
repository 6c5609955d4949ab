import { spawn } from "node:child_process";
import { once } from "node:events";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { temporaryFolder } from "./testing/temporary-folder.ts";

it("stops when interrupted, and leaves nothing behind", async () => {
  const folder = await temporaryFolder();
  const temporary = await temporaryFolder();
  const path = join(folder, "long.xml");
  await using file = await open(path, "w");
  await file.writeFile('<RCMR_IN030000UK06 xmlns="urn:hl7-org:v3">');
  const chunk = Buffer.alloc(1_000_000, `<a>${"b".repeat(50_000)}</a>`);
  for (let written = 0; written < 400; written += 1) await file.writeFile(chunk);

  const child = spawn(
    process.execPath,
    [
      "--conditions=@gp2gp/source",
      join(import.meta.dirname, "main.ts"),
      ...["inspect", path, "--from", "gp2gp-ehr-extract"],
    ],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, TMPDIR: temporary } },
  );
  while (child.exitCode === null && (await readdir(temporary)).length === 0) await wait(20);
  await wait(200);
  child.kill("SIGINT");
  const interrupted = performance.now();
  await once(child, "close");
  expect(child.exitCode).toBe(130);
  expect(performance.now() - interrupted).toBeLessThan(2_000);
  expect(await readdir(temporary)).toEqual([]);
  expect(await readdir(folder)).toEqual(["long.xml"]);
});
