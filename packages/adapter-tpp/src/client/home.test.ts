import { sourceOfArtefact } from "@gp2gp/core";
import { describe, expect, it } from "vitest";
import { cases, leavesOf, sourceBytes, sourceOfCase, xmlOf } from "../testing/cases.ts";
import { readOk, writeOk } from "../testing/read-and-write.ts";

/** Leaves that go home otherwise, and why. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  "client-integration-odd": [
    // Words beside an instruction without a text and comments beside no action have nothing to stand with: kept in words.
    "/ClientIntegrationResponse/Response[1]/Clinical[1]/Event[1]/CarePlan[1]/Instructions[1]/Instruction[2]/Notes[1]",
    "/ClientIntegrationResponse/Response[1]/Clinical[1]/Event[1]/Report[1]/FollowUpActions[1]/FollowUpAction[1]/Comments[1]",
  ],
};

describe.each(cases)("%s", (name, formatVersion) => {
  it("goes home with every leaf it came with, and none more", async () => {
    const { record } = await readOk(sourceOfCase(name));
    const { artefact } = await writeOk(record, { formatVersion });
    const before = await leavesOf(sourceBytes(name));
    const after = await leavesOf(await xmlOf(artefact));
    const exceptions = otherwise[name] ?? [];
    const gone = [...before].filter(([path, value]) => after.get(path) !== value);
    expect(gone.map(([path]) => path)).toEqual(exceptions);
    // What is kept in words stands in narratives of an event at the end.
    const added = [...after].filter(([path]) => !before.has(path));
    const last = "/ClientIntegrationResponse/Response[1]/Clinical[1]/Event[3]/Narrative[";
    expect(added.filter(([path]) => exceptions.length === 0 || !path.startsWith(last))).toEqual([]);
    const words = added.map(([, value]) => value).join("\n");
    for (const [, value] of gone) expect(words).toContain(value);
  });

  it("is written the same from what was read of the writing", async () => {
    const { record } = await readOk(sourceOfCase(name));
    const { artefact } = await writeOk(record, { formatVersion });
    const again = await readOk(sourceOfArtefact(artefact));
    const rewritten = await writeOk(again.record, { formatVersion });
    expect(await xmlOf(rewritten.artefact)).toBe(await xmlOf(artefact));
  });
});
