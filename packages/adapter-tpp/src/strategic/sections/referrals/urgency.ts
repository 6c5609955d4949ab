import type { Referral } from "@gp2gp/core";
import { isSameFacts } from "../../../shared/coded-as.ts";

const urgencies = [
  ["Routine", "routine"],
  ["Soon", "soon"],
  ["Urgent", "urgent"],
  ["2 Week Wait", "two-week-wait"],
] as const;

type Urgency = Pick<Referral, "priority" | "urgency">;

/** An urgency by the words of the format; words it is not known by are kept as the priority. */
export function urgencyFromWords(words: string): Urgency {
  const urgency = urgencies.find(([known]) => known === words)?.[1];
  return urgency ? { urgency } : { priority: { text: words, codings: [] } };
}

/** The words of an urgency, where they say no more and no less. */
export function urgencyToWords({ urgency, priority }: Urgency): string | undefined {
  if (urgency !== undefined) return urgencies.find(([, known]) => known === urgency)?.[0];
  const words = priority?.text;
  return words !== undefined && isSameFacts(priority, { text: words }) ? words : undefined;
}
