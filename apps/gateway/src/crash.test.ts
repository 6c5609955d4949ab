import { describe, it } from "vitest";
import { killAgainAndAgain } from "./testing/kill-again-and-again.ts";

const plan = { patients: 6, kills: 3, longestMilliseconds: 250 } as const;

describe("a gateway that is killed and started again", () => {
  it("does every transfer once", { timeout: 120_000 }, async () => {
    await killAgainAndAgain({ ...plan, seed: 1, what: "gateway" });
  });

  it("does so when its database is killed with it", { timeout: 120_000 }, async () => {
    await killAgainAndAgain({ ...plan, seed: 2, what: "everything" });
  });
});
