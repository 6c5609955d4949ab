import type { Coded, Referral } from "@gp2gp/core";
import { inpsSystems, mainSpecialty } from "../../inps-systems.ts";
import { referralTypes } from "../../wire/code-tables.ts";
import type { EntryRow } from "../journal/entry-row.ts";

/** A referral: to whom, of which kind and speciality. The format has no reason, urgency or words for it. */
export function readReferral(entry: EntryRow): void {
  const { row, inps, cells } = entry;
  const { TO_HCP, SPECIALTY, UNIT, TYPE, CONTRACT } = cells;
  const { identifiers, ...start } = entry.start("performer");
  const consultant = inps.agents.staff(TO_HCP);
  const dated = entry.day("ACTION_DATE");
  entry.letter("TYPE", referralTypes);
  const referral: Referral = {
    ...start,
    identifiers:
      CONTRACT === undefined
        ? identifiers
        : [...identifiers, { system: inpsSystems.contract, value: CONTRACT }],
    ...(TYPE !== undefined && { requestType: referralTypes.display(TYPE) ?? TYPE }),
    ...(SPECIALTY !== undefined && { speciality: specialityCoded(SPECIALTY) }),
    ...(UNIT !== undefined && { recipient: inps.agents.unit(UNIT) }),
    ...(consultant !== undefined && { consultant }),
    ...(dated !== undefined && { dated }),
    texts: entry.texts(undefined),
  };
  inps.reading.add("referrals", referral, { rows: [row] });
  if (UNIT !== undefined) inps.agents.addUnit(UNIT, row);
}

function specialityCoded(code: string): Coded {
  return { codings: [{ system: mainSpecialty, code, asserted: "source" }] };
}
