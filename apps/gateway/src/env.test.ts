import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env.ts";
import { readOptions } from "./read-options.ts";

describe("the settings", () => {
  it("have defaults that run on one machine", () => {
    expect(readEnvironment({ PATH: "/bin", GP2GP_PORT: "" })).toEqual({
      dataFolder: resolve(".gp2gp"),
      host: "127.0.0.1",
      port: 8720,
      logLevel: "info",
      concurrency: 4,
      extractSeconds: 172_800,
      acknowledgementSeconds: 691_200,
      terminology: {},
    });
  });

  it("name the code maps, and how sure they must be", () => {
    const settings = readEnvironment({
      GP2GP_PACK: "/srv/nhs.gpt1",
      GP2GP_ASSURANCE: "plan=assured",
    });
    expect(settings.terminology).toMatchObject({
      pack: "/srv/nhs.gpt1",
      policy: { plan: "assured", referral: "unassured" },
    });
  });

  it("take the command line's word over the environment's", () => {
    const environment = readOptions(["--data", "/srv/gp2gp", "--port=1"], { GP2GP_PORT: "2" });
    expect(readEnvironment(environment)).toMatchObject({ dataFolder: "/srv/gp2gp", port: 1 });
    expect(() => readOptions(["--prot", "1"], {})).toThrow(/option that is not known/);
  });

  it.each([
    [{ GP2GP_PORT: "eighty" }, /GP2GP_PORT must be a whole number/],
    [{ GP2GP_PORT: "65536" }, /GP2GP_PORT must be between 0 and 65535/],
    [{ DATABASE_URL: "mysql://x" }, /DATABASE_URL must look like postgres:/],
    [{ GP2GP_LOG: "loud" }, /GP2GP_LOG must be one of/],
    [{ GP2GP_CONCURENCY: "4" }, /GP2GP_CONCURENCY is not a setting/],
    [{ GP2GP_ASSURANCE: "sure" }, /GP2GP_ASSURANCE must be .*KIND=ASSURANCE/],
    [{ GP2GP_CONCURRENCY: "0" }, /GP2GP_CONCURRENCY must be between 1 and 64/],
  ])("say of %o what it must be", (environment, sentence) => {
    expect(() => readEnvironment(environment)).toThrow(sentence);
  });

  it("say all mistakes at once and never a password", () => {
    const wrong = { GP2GP_PORT: "x", DATABASE_URL: "postgre://me:hunter2@host/db" };
    expect(() => readEnvironment(wrong)).toThrow(/GP2GP_PORT.*DATABASE_URL/s);
    expect(() => readEnvironment(wrong)).not.toThrow(/hunter2/);
  });
});
