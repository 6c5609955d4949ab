import type { Coded } from "@gp2gp/core";
import { systemOfScheme } from "../../codecs/code-schemes.ts";
import { readIntegerCode } from "../../codecs/integer-code.ts";
import type { WireIntegerCode } from "../../wire/ident-types.ts";

export const headingSystem = "emis:heading";

/** The heading entries of a consultation stand under; its term is that of its mapped code where it has no own. */
export function readHeading(wire: WireIntegerCode | undefined): Coded | undefined {
  const { Value = "", Term = "", MapCode = "", MapScheme = "" } = wire ?? {};
  if (Value !== "" || MapCode === "" || MapScheme === "")
    return readIntegerCode(wire, headingSystem);
  return {
    codings: [
      {
        system: systemOfScheme(MapScheme),
        code: MapCode,
        ...(Term !== "" && { display: Term }),
        asserted: "source",
      },
    ],
  };
}
