import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import { sampleStart, sourceCondition } from "@gp2gp/run/places.mjs";
import { afterAll, describe, expect, it } from "vitest";

import { readRepositoryFile, repository } from "./repository.ts";
import type { Manifest } from "./workspace-package.ts";

const folder = mkdtempSync(join(tmpdir(), "gp2gp-run-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("npm start", () => {
  it("ends in what the gateway's own start:sample runs", () => {
    const gateway = JSON.parse(readRepositoryFile("apps/gateway/package.json")) as Manifest;
    expect(gateway.scripts?.["start:sample"]).toBe(
      `node ${sourceCondition} src/${basename(sampleStart)}`,
    );
  });
});

describe("run.mjs", () => {
  it("names its commands to whoever asks for another", () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(repository, "tooling", "run", "run.mjs"), "strat"],
      { encoding: "utf8" },
    );
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(
        /^There is no command "strat"\.\nThere are: start, .*test.*\n$/,
      ),
    });
  });
});

describe("a command run in the foreground", () => {
  const run = (script: string) =>
    spawn(
      process.execPath,
      [
        "--input-type=module",
        "--eval",
        `import { runChild } from "@gp2gp/run/run-child.mjs"; await runChild(process.execPath, ["--eval", ${JSON.stringify(script)}], {});`,
      ],
      { cwd: import.meta.dirname, stdio: ["ignore", "pipe", "inherit"] },
    );

  it("hands back its exit code", async () => {
    expect(await once(run("process.exit(7)"), "exit")).toEqual([7, null]);
  });

  it("tells how a signal ended it", async () => {
    expect(await once(run("process.kill(process.pid, 'SIGKILL')"), "exit")).toEqual([137, null]);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "is sent %s once, however often it comes",
    async (signal) => {
      const script = `let n = 0; process.on("${signal}", () => { n += 1; if (n === 1) setTimeout(() => process.exit(n), 300); }); setInterval(() => {}, 1000); console.log("ready");`;
      const command = run(script);
      await once(command.stdout, "data");
      command.kill(signal);
      command.kill(signal);
      expect(await once(command, "exit")).toEqual([1, null]);
    },
  );
});

describe("the closing line of a whole run", () => {
  const summary = join(repository, "tooling", "run", "ci-summary.mjs");
  const close = (...parts: readonly (readonly [report: object | undefined, code: number])[]) => {
    const given = parts.flatMap(([report, code], at) => {
      const file = join(folder, `part-${at}-${performance.now()}.json`);
      if (report !== undefined) writeFileSync(file, JSON.stringify(report));
      return [file, String(code)];
    });
    const { status, stdout } = spawnSync(process.execPath, [summary, ...given], {
      encoding: "utf8",
    });
    return { status, line: stdout.trimEnd().split("\n").at(-1) };
  };
  const tests = {
    numTotalTests: 5,
    numPassedTests: 4,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [],
  };

  it("adds up tests and checks", () => {
    expect(close([tests, 0], [{ passed: 3, failed: 0, skipped: 2 }, 0])).toEqual({
      status: 0,
      line: "7 passed, 0 failed, 3 skipped",
    });
  });

  it("fails for one failed check", () => {
    expect(close([tests, 0], [{ passed: 3, failed: 1, skipped: 0 }, 1])).toEqual({
      status: 1,
      line: "7 passed, 1 failed, 1 skipped",
    });
  });

  it("counts a part that left no report as a failure", () => {
    expect(close([tests, 0], [undefined, 137])).toEqual({
      status: 1,
      line: "4 passed, 1 failed, 1 skipped",
    });
  });

  it("counts a test file that did not load, and an error outside of any test", () => {
    const unloaded = { ...tests, testResults: [{ status: "failed", assertionResults: [] }] };
    expect(close([unloaded, 1])).toEqual({ status: 1, line: "4 passed, 1 failed, 1 skipped" });
    expect(close([tests, 1])).toEqual({ status: 1, line: "4 passed, 1 failed, 1 skipped" });
  });

  it("is no success when nothing ran", () => {
    expect(close([{ ...tests, numPassedTests: 0 }, 0]).status).toBe(1);
  });
});
