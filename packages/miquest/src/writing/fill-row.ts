import { dateOfEffective, roleOf } from "@gp2gp/core";
import type { AnyEntry } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import { isSaid, recordedIn } from "../wire/as-recorded.ts";
import { dayAlone, serialiseDay, serialiseTime } from "../wire/day.ts";
import { kindOfRow } from "../wire/kind-of-row.ts";
import type { MiquestWriting } from "./miquest-writing.ts";

/** Writes what all rows have: when, by whom, in which encounter, of which problems. */
export function fillRow(row: RowDraft, entry: AnyEntry, own: MiquestWriting): void {
  const { effective, recorded, consultation } = entry;
  const date = dateOfEffective(effective);
  own.put(row, "DATE", serialiseDay(date));
  own.put(row, "TIME", serialiseTime(date));
  if (effective?.kind === "period") own.put(row, "END_DATE", dayAlone(effective.end));
  own.put(row, "RECORD_DATE", serialiseDay(recorded));
  putAuthor(row, entry, own);
  if (row.table === "ENCOUNTERS") return;
  const others = own.problemsOf.get(entry.id) ?? [];
  const isHeld = consultation !== undefined && own.encounters.has(consultation);
  own.link(row, { ...(isHeld && { encounter: own.names.of(consultation) }), others });
}

function putAuthor(row: RowDraft, { participants }: AnyEntry, own: MiquestWriting): void {
  const author = participants.find(
    ({ role, agent }) => roleOf(role) === "author" && own.agents.nameOf(agent, "hcp") !== undefined,
  );
  putHcp(row, author?.agent, own);
}

/** Writes who answers for a row, with the type a reader knows them by. */
function putHcp(row: RowDraft, agent: string | undefined, own: MiquestWriting): void {
  const name = own.agents.nameOf(agent, "hcp");
  if (!own.put(row, "HCP", name?.cell)) return;
  own.put(row, "HCP_TYPE", name?.derived?.type);
}

/** Writes the cells that words beside an entry are of, where a reader would say them in the same words. */
export function putSaid(
  row: RowDraft,
  { texts }: AnyEntry,
  kind: string,
  own: MiquestWriting,
): void {
  for (const { text, role } of texts) {
    const recorded = role === "comment" ? recordedIn(text) : undefined;
    if (!recorded) continue;
    const { attribute, cell } = recorded;
    if (row.cells[attribute] !== undefined || !isSaid(attribute, cell, { kind, row: row.cells }))
      continue;
    if (own.put(row, attribute, cell) && isChanged(row, kind, own)) delete row.cells[attribute];
  }
}

function isChanged({ table, cells }: RowDraft, kind: string, own: MiquestWriting): boolean {
  return table === "JOURNALS" && kind !== "referrals" && kindOfRow(cells, own.system) !== kind;
}
