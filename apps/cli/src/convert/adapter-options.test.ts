import { expect, it } from "vitest";
import { UsageError } from "../usage-error.ts";
import { adapterOptions } from "./adapter-options.ts";

const options = { to: "emis-open", out: "out", confidential: "withhold" } as const;

it("gives the written format what was named, and nothing that was not", () => {
  expect(adapterOptions(options)).toEqual({});
  expect(
    adapterOptions({
      ...options,
      senderOds: "A82000",
      option: ["originatorSystem.name=A=B", "originatorSystem.version=1", "postType=file"],
    }),
  ).toEqual({
    "emis-open": {
      senderOds: "A82000",
      originatorSystem: { name: "A=B", version: "1" },
      postType: "file",
    },
  });
  expect(() => adapterOptions({ ...options, option: ["postType"] })).toThrow(UsageError);
  expect(() => adapterOptions({ ...options, option: ["__proto__.x=1"] })).toThrow(UsageError);
});
