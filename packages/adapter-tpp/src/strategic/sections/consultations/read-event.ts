import { roleCoded } from "@gp2gp/core";
import type { Consultation, Participant } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { codedAs } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import type { ExtractReading } from "../../reading/extract-reading.ts";
import { teamRole } from "../../wire/parts.ts";

/** Reads the events: who saw the patient, how, where and when. */
export function readEvents(extract: ExtractReading): void {
  for (const row of extract.of("SREvent")) {
    const start = extract.start(row);
    const method = extract.words(row, "ContactMethod");
    const location = locationOf(row, extract);
    const entry: Consultation = {
      ...start.shape,
      ...start.dated,
      ...(method !== undefined && { concept: codedAs(tppSystems.eventMethod, method) }),
      ...(location !== undefined && { location }),
      participants: [...start.shape.participants, ...furtherParticipants(row, extract)],
    };
    extract.add("consultations", entry, start.origin);
  }
}

/** The branch it was held at, else the organisation. */
function locationOf(row: Row, { agents }: ExtractReading): string | undefined {
  return (
    agents.find("SROrganisationBranch", row.cells["IDBranch"], row) ??
    agents.find("SROrganisation", row.cells["IDOrganisationDoneAt"], row)
  );
}

function furtherParticipants(row: Row, { agents }: ExtractReading): Participant[] {
  const { IDAuthorisedBy, IDProfileAuthorisedBy, IDTeam } = row.cells;
  const authoriser =
    agents.find("SRStaffMemberProfile", IDProfileAuthorisedBy, row) ??
    agents.find("SRStaffMember", IDAuthorisedBy, row);
  const team = agents.find("SRTeam", IDTeam, row);
  return [
    ...(authoriser === undefined ? [] : [{ role: roleCoded("authoriser"), agent: authoriser }]),
    ...(team === undefined ? [] : [{ role: teamRole, agent: team }]),
  ];
}
