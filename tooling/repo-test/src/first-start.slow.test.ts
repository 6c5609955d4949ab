import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";

import { endProcessesOf, processesOf, type } from "./testing/command.ts";
import type { Person } from "./testing/person.ts";
import { meetNobody, meetSelf, partFrom } from "./testing/person.ts";

/** What `npm start` prints when everything runs: where the API's documentation is. */
const apiDocs = /(http:\/\/\S+\/docs)\s/;

const minute = 60_000;

const people: readonly { who: string; meet: () => Person | string }[] = [
  { who: "the user who runs the tests", meet: meetSelf },
  { who: "another user than root", meet: meetNobody },
];

describe.each(people)("a clean clone of $who, with Node and npm and no locale", ({ meet }) => {
  let met: Person | string | undefined;
  beforeEach((context) => {
    met ??= meet();
    if (typeof met === "string") context.skip(met);
  });
  afterAll(() => {
    if (typeof met === "object") leave(met);
  });
  const person = (): Person => {
    if (typeof met !== "object") throw new Error("Nobody was met.");
    return met;
  };

  it("goes on after a kill -9 in the middle of installing", async () => {
    const killed = type(person(), "npm", "start");
    await killed.printed(/2\/3 Installing/, minute);
    await sleep(1_500);
    killed.signal("SIGKILL");
    await killed.ended;
    endProcessesOf(person());
    expect(existsSync(join(person().clone, "node_modules", ".bin", "node"))).toBe(false);

    const command = type(person(), "npm", "run", "typecheck", "--", "--help");
    expect(await command.ended, command.output()).toEqual({ code: 0, signal: null });
    expect(command.output()).toMatch(/1\/3 Bringing pnpm[\s\S]*2\/3 Installing[\s\S]*3\/3 /);
  });

  it("starts, starts again at once after a kill -9, and stops on Ctrl-C", async () => {
    const first = type(person(), "npm", "start");
    const [, address = ""] = await first.printed(apiDocs, 3 * minute);
    expect((await fetch(address)).status).toBe(200);
    first.signal("SIGKILL");
    await first.ended;

    const second = type(person(), "npm", "start");
    const [, again = ""] = await second.printed(apiDocs, minute);
    expect(second.output()).not.toMatch(/Installing/);
    expect((await fetch(again)).status).toBe(200);

    second.signal("SIGINT");
    await second.ended;
    await expect.poll(() => [...processesOf(person()).values()], { timeout: 20_000 }).toEqual([]);
    await expect(fetch(again)).rejects.toThrow();
  });
});

describe("npm test in a clean clone of another user than root", () => {
  it("passes", async (context) => {
    const person = meetNobody();
    if (typeof person === "string") return context.skip(person);
    onTestFinished(() => leave(person));
    const command = type(person, "npm", "test");
    const { code } = await command.ended;
    expect(code, command.output().slice(-5_000)).toBe(0);
  });
});

function leave(person: Person): void {
  endProcessesOf(person);
  partFrom(person);
}
