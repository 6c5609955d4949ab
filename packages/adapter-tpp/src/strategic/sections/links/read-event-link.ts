import type { Link } from "@gp2gp/core";
import type { ExtractReading } from "../../reading/extract-reading.ts";

/** The columns of a link that name what an event belongs to, and the tables they name it in. */
export const linkColumns = [
  ["IDAppointment", "SRAppointment"],
  ["IDVisit", "SRVisit"],
  ["IDReferralIn", "SRReferralIn"],
] as const;

/** Reads the links of events to the appointment, visit or referral they belong to. */
export function readEventLinks(extract: ExtractReading): void {
  for (const row of extract.of("SREventLink")) {
    const { shape, dated, origin } = extract.start(row);
    const { consultation: from, ...rest } = shape;
    const targets = linkColumns.flatMap(
      ([column, table]) => extract.entryNamed(table, row, column) ?? [],
    );
    const entry: Link = {
      ...rest,
      ...dated,
      kind: "refers-to",
      ...(from !== undefined && { from }),
      targets,
    };
    extract.add("links", entry, origin);
  }
}
