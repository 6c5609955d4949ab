import type { Consultation } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { onlyCodeIn } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import { agentIn } from "../../writing/agent-in.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { teamRole } from "../../wire/parts.ts";

/** Writes a consultation as an event. */
export function writeEvent(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "consultations");
  const row = writing.start(placed, "SREvent");
  writing.events.set(entry.id, row);
  writing.putListed(row, "ContactMethod", onlyCodeIn(tppSystems.eventMethod, entry.concept));
  writeLocation(row, entry, writing);
  writeFurtherParticipants(row, entry, writing);
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}

/** A branch is of an organisation, at which it is done. */
function writeLocation(row: RowDraft, { location }: Consultation, writing: ExtractWriting): void {
  const branch = writing.agents.in("SROrganisationBranch", location);
  writing.put(row, "IDBranch", branch);
  const represents = branch === undefined ? undefined : writing.agents.find(location)?.represents;
  const organisation = typeof represents === "string" ? represents : location;
  writing.put(row, "IDOrganisationDoneAt", writing.agents.organisation(organisation));
}

function writeFurtherParticipants(
  row: RowDraft,
  { participants }: Consultation,
  writing: ExtractWriting,
): void {
  const authoriser = agentIn(participants, "authoriser");
  const profile = writing.agents.profile(authoriser);
  if (profile === undefined) writing.put(row, "IDAuthorisedBy", writing.agents.staff(authoriser));
  else writing.put(row, "IDProfileAuthorisedBy", profile);
  const team = agentIn(participants, teamRole);
  writing.put(row, "IDTeam", writing.agents.in("SRTeam", team));
}
