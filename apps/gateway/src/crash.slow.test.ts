import { describe, it } from "vitest";
import { killAgainAndAgain } from "./testing/kill-again-and-again.ts";

const plan = { patients: 40, kills: 20 } as const;

describe("a gateway that is killed at many moments", () => {
  it.each([11, 12, 13])("does every transfer once (seed %i)", async (seed) => {
    await killAgainAndAgain({ ...plan, seed, what: "gateway", longestMilliseconds: 400 });
  });

  it.each([21, 22, 23])("does so when its database is killed with it (seed %i)", async (seed) => {
    await killAgainAndAgain({ ...plan, seed, what: "everything", longestMilliseconds: 400 });
  });
});
