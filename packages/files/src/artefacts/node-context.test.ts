import { expect, it } from "vitest";
import { newId } from "./node-context.ts";

it("makes the same upper-case UUIDv5 of the same seed, today and tomorrow", () => {
  expect(newId("problem:1")).toMatch(
    /^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/,
  );
  expect(newId("problem:1")).toBe(newId("problem:1"));
  expect(newId("problem:1")).not.toBe(newId("problem:2"));
  expect(newId("a seed that stays")).toBe("4EDF966E-999B-52B9-AC7F-461FA25D52DC");
});
