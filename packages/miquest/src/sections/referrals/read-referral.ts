import type { Referral } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { dayIn, textsOf } from "../../reading/entry-start.ts";
import type { EntryStart } from "../../reading/entry-start.ts";
import type { MiquestReading } from "../../reading/miquest-reading.ts";
import { meaningOf, referralTypes } from "../../wire/code-tables.ts";
import { codedAs, miquestSystems } from "../../wire/systems.ts";
import { conceptOf } from "../concept-of-row.ts";

/** A referral: to whom, for what, and what its entry in the journal says of it. */
export function readReferral(row: Row, entry: EntryStart, own: MiquestReading): Referral {
  const { TO_HCP, UNIT, SPECIALITY, TYPE } = row.cells;
  own.checkLetter(referralTypes, TYPE, row);
  const consultant = own.agentOf("hcp", TO_HCP, row);
  const recipient = own.agentOf("unit", UNIT, row);
  const dated = dayIn(row.cells, "ACTION_DATE");
  return {
    ...entry.shape,
    ...(entry.row === row ? {} : conceptOf(entry, own)),
    texts: textsOf(entry),
    ...(TYPE !== undefined && { requestType: meaningOf(referralTypes, TYPE) ?? TYPE }),
    ...(SPECIALITY !== undefined && { speciality: codedAs(miquestSystems.speciality, SPECIALITY) }),
    ...(recipient !== undefined && { recipient }),
    ...(consultant !== undefined && { consultant }),
    ...(dated !== undefined && { dated }),
  };
}
