import type { Coded } from "@gp2gp/core";
import { isLocalCode, schemeOfSystem, mapSchemeOfSystem } from "../../codecs/code-schemes.ts";
import type { WireStringCode } from "../../wire/ident-types.ts";

/**
 * A code that stands without TermID: its first coding, if of one of EMIS's schemes, and a mapped one;
 * words where there is no code.
 */
export function writeStringCode(
  coded: Coded,
  take: (...path: (string | number)[]) => void,
): WireStringCode | undefined {
  const [first, second] = coded.codings;
  if (!first) {
    if (coded.text === undefined) return undefined;
    take("text");
    return { Term: coded.text };
  }
  const scheme = schemeOfSystem(first.system);
  const plain = first.system !== "read-v2" || !isLocalCode(first.code);
  if (scheme === undefined || !plain) return undefined;
  const members = ["system", "code", "display"];
  for (const member of members) take("codings", 0, member);
  if (first.asserted === "source") take("codings", 0, "asserted");
  const mapped =
    second &&
    mapSchemeOfSystem(second.system) !== undefined &&
    second.display === undefined &&
    second.asserted === "source"
      ? second
      : undefined;
  if (mapped) for (const member of ["system", "code", "asserted"]) take("codings", 1, member);
  return {
    Value: first.code,
    Scheme: scheme,
    Term: first.display,
    MapCode: mapped?.code,
    MapScheme: mapSchemeOfSystem(mapped?.system),
  };
}
