import type { SourcePeek } from "@gp2gp/core";
import type { MiquestProfile } from "./miquest-profile.ts";
import { markOf } from "./wire/response-parts.ts";

/**
 * Whether parts are a response set: yes where one names the profile, as this project's own do. Any other
 * may be of any system, for all answer in the same format.
 */
export function detectResponses(
  { parts }: SourcePeek,
  profile: MiquestProfile,
): "yes" | "maybe" | "no" {
  const mark = markOf(profile);
  let answer: "maybe" | "no" = "no";
  for (const { head } of parts) {
    const text = textOf(head);
    if (!/^\*RSP_IDENT(,|\r?$)/m.test(text)) continue;
    if (text.split(/\r?\n/).includes(mark)) return "yes";
    answer = "maybe";
  }
  return answer;
}

/** As much of a head as a response set has before its rows, one character a byte. */
function textOf(head: Uint8Array): string {
  return String.fromCharCode(...head.subarray(0, 4096));
}
