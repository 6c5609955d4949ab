import type { Coded, Coding } from "@gp2gp/core";
import { isLocalCode, schemeOfSystem, mapSchemeOfSystem } from "../../codecs/code-schemes.ts";
import { oldCodeSystem } from "../../codecs/entry-code.ts";
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
  const hold = (at: number, ...members: string[]): void => {
    if (coded.codings[at]?.asserted === "source") members.push("asserted");
    for (const member of members) take("codings", at, member);
  };
  hold(0, "system", "code", "display");
  const isMap = second !== undefined && second.system !== oldCodeSystem && isBare(second);
  const mapScheme = isMap ? mapSchemeOfSystem(second.system) : undefined;
  if (mapScheme !== undefined) hold(1, "system", "code");
  const last = coded.codings.length - 1;
  const old = coded.codings[last]?.system === oldCodeSystem ? coded.codings[last] : undefined;
  if (old) hold(last, "system", "code");
  return {
    Value: first.code,
    Scheme: scheme,
    Term: first.display,
    OldCode: old?.code,
    ...(mapScheme !== undefined && { MapCode: second?.code, MapScheme: mapScheme }),
  };
}

/** A code without a term, which is all that fits beside another. */
function isBare({ display, termId }: Coding): boolean {
  return display === undefined && termId === undefined;
}
