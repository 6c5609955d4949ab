import type { Agent, Referral } from "@gp2gp/core";
import type { PlacedEntry, RowDraft } from "@gp2gp/tabular";
import { inpsSystems, mainSpecialty } from "../../inps-systems.ts";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { writeDay } from "../../wire/cells.ts";
import { referralTypes } from "../../wire/code-tables.ts";
import { precisionReasons } from "../journal/add-journal-row.ts";

const actors = ["performer", "author", "responsible", "authoriser", "entered-by"] as const;

export function writeReferral(placed: PlacedEntry<"referrals">, inps: InpsWriting): void {
  const { writing } = inps;
  const { entry } = placed;
  const row = inps.addEntryRow("referral", placed, actors);
  if (row.cells["HCP"] === undefined) writing.set(row, "HCP", inps.staff(entry.sender));
  writing.set(row, "TO_HCP", inps.staff(entry.consultant));
  writing.set(row, "SPECIALTY", codeIn(mainSpecialty, entry.speciality));
  writing.set(row, "TYPE", typeOf(entry.requestType));
  writing.set(row, "ACTION_DATE", writeDay(entry.dated));
  const contract = entry.identifiers.find(({ system }) => system === inpsSystems.contract);
  writing.set(row, "CONTRACT", contract?.value);
  writing.place(placed, { rows: [row], reasons: precisionReasons });
  writeUnit(row, inps.agent(entry.recipient), inps);
}

const codeIn = (system: string, coded: Referral["speciality"]): string | undefined =>
  coded?.codings.find((coding) => coding.system === system)?.code;

/** A letter off the list is one already. */
function typeOf(requestType: string | undefined): string | undefined {
  return (
    referralTypes.letterOf(requestType) ?? (requestType?.length === 1 ? requestType : undefined)
  );
}

/** UNIT names the organisation referred to, which stands in the first row that names it. */
function writeUnit(row: RowDraft, agent: Agent | undefined, inps: InpsWriting): void {
  const { writing, units, practice } = inps;
  if (agent?.kind !== "organisation" || agent.name === undefined || agent === practice) return;
  const known = units.get(agent.name);
  if (known !== undefined && known !== agent.id) return;
  if (!writing.set(row, "UNIT", agent.name) || known !== undefined) return;
  units.set(agent.name, agent.id);
  const placed = inps.placedAgent(agent);
  if (placed) writing.place(placed, { rows: [row] });
}
