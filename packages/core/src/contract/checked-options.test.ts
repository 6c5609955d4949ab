import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AdapterMisuseError } from "./adapter-misuse-error.ts";
import { checkedOptions } from "./checked-options.ts";

const schema = z.strictObject({ practice: z.string().optional() });

describe("the options of a format", () => {
  it("are its own among those of a context, and none where none are given", () => {
    const options = { ledger: { practice: "Z99901" }, other: { colour: "red" } };
    expect(checkedOptions(schema, "ledger", options)).toEqual({ practice: "Z99901" });
    expect(checkedOptions(schema, "ledger", undefined)).toEqual({});
  });

  it.each([
    ["a member that is not valid", { practice: 4711 }, "practice"],
    ["a member it does not have", { practise: "4711" }, "practise"],
    ["what is no object", "4711", "options"],
  ])("are refused by the name of %s, and no value is told", (_, ledger, member) => {
    const check = () => checkedOptions(schema, "ledger", { ledger });
    expect(check).toThrow(AdapterMisuseError);
    expect(check).toThrow(new RegExp(`see ${member}$`));
    expect(check).not.toThrow(/4711/);
  });
});
