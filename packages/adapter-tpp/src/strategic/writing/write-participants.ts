import { roleOf } from "@gp2gp/core";
import type { Participant } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import { noReference } from "../wire/references.ts";
import { agentIn } from "./agent-in.ts";
import type { ExtractWriting } from "./extract-writing.ts";
import { doneAtRole } from "../wire/parts.ts";

/** The parts of whoever did what a row is about, the first that is played. */
const doers = ["author", "performer", "primary-performer"] as const;

/**
 * Who did and entered what a row says, and where: where the entry does not say, as its event has it.
 * Whoever performed it did it, where nobody is its author.
 */
export function writeParticipants(
  row: RowDraft,
  participants: readonly Participant[],
  event: RowDraft | undefined,
  writing: ExtractWriting,
): void {
  if (participants.length === 0 && !event) return;
  const { agents } = writing;
  const [doneBy] = doers.flatMap((role) => agentIn(participants, role) ?? []);
  const named = participants.find(({ role, person }) => person && roleOf(role) === "performer");
  const isOwn = doneBy !== undefined || named !== undefined;
  const from = (column: string): string | undefined => event?.cells[column];
  const cells = {
    IDDoneBy: isOwn ? (agents.staff(doneBy) ?? noReference) : from("IDDoneBy"),
    TextualEventDoneBy: isOwn ? named?.person?.names?.[0]?.text : from("TextualEventDoneBy"),
    IDProfileEnteredBy:
      agents.profile(agentIn(participants, "entered-by")) ?? from("IDProfileEnteredBy"),
    IDOrganisationDoneAt:
      agents.organisation(agentIn(participants, doneAtRole)) ?? from("IDOrganisationDoneAt"),
  };
  for (const [column, cell] of Object.entries(cells)) writing.fill(row, column, cell);
}
