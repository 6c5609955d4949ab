import type { Link } from "@gp2gp/core";
import { idOfGuid } from "../../shared/guid.ts";
import { formatId, withEmisData } from "../emis-data.ts";
import type { Reading } from "./reading.ts";

/** Links of entries to referrals, which the record has as entries of their own. */
export function linkReferrals(reading: Reading): void {
  for (const { from, target, wire } of reading.referralLinks) {
    const known = reading.entries.find(target);
    const id = known ?? idOfGuid(target.GUID);
    if (known === undefined) reading.report("reference-unresolved", wire);
    if (id === undefined) continue;
    const link: Link = {
      ...reading.base(reading.freshId(`${formatId}:referral-link:${from}`), wire, { within: from }),
      kind: "refers-to",
      from,
      targets: [id],
    };
    reading.put("links", withEmisData(link, { form: "ReferralLinkList" }));
  }
}
