import type { AnyEntry, Coded, EntrySection } from "@gp2gp/core";
import { isSameFacts } from "../../../shared/coded-as.ts";

/**
 * What the tables of people at risk say of every row: that it is about protection, and not to be shown to
 * the patient (the confidentiality code NOPAT of GP2GP), who may not be alone when reading.
 */
export const safeguarding: Coded = {
  text: "Safeguarding",
  codings: [{ system: "urn:oid:2.16.840.1.113883.4.642.3.47", code: "NOPAT", asserted: "source" }],
};

/** Whether an entry is an alert the format marks as one of safeguarding by its table. */
export function isSafeguarding(section: EntrySection, { confidentiality }: AnyEntry): boolean {
  return section === "alerts" && isSameFacts(confidentiality, [safeguarding]);
}
