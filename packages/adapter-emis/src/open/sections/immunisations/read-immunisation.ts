import type { Immunisation } from "@gp2gp/core";
import { readImmunisationQualifiers } from "../../../shared/immunisation-qualifiers.ts";
import { readPlainDate } from "../../codecs/emis-date.ts";
import type { CodedItem } from "../coded-items/read-coded-item.ts";
import { withQualifiers } from "../coded-items/read-coded-item.ts";

/** What an event says as a vaccination. EMIS does not say whether it was given: its code does. */
export function readImmunisation(item: CodedItem): Partial<Immunisation> {
  const { said, others } = readImmunisationQualifiers(item.qualifiers, readPlainDate);
  return {
    outcome: "not-stated",
    ...withQualifiers(item.base.concept, others),
    ...said,
  };
}
