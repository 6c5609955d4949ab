import type { Registration } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { isSameFacts } from "../../../shared/coded-as.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";
import { rowSystem } from "../../wire/row-numbers.ts";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { writeWords } from "../../writing/write-words.ts";
import { unitTables } from "./read-registrations.ts";
import { pharmacyRole } from "../../wire/parts.ts";

/** Writes a registration; one that only says with which practice and GP among the practices of the patient. */
export function writeRegistration(placed: PlacedEntry, writing: ExtractWriting): void {
  const entry = writing.entry(placed, "registrations");
  const isOf = (table: string) =>
    entry.identifiers.some(({ system }) => system === rowSystem(table));
  const isHistory =
    isOf("SRGPPracticeHistory") || (entry.gp !== undefined && entry.type === undefined);
  const unitTable = unitTables.find(isOf) ?? "SRPatientRegistration";
  const row = writing.start(placed, isHistory ? "SRGPPracticeHistory" : unitTable);
  const practice = writing.agents.organisation(entry.practice);
  if (isHistory) {
    writing.putDate(row, "DateFrom", entry.start);
    writing.putDate(row, "DateTo", entry.end);
    writing.put(row, "IDPractice", practice);
    writing.put(row, "IDProfileRegisteredGP", writing.agents.profile(entry.gp));
  } else {
    writing.putDate(row, "DateRegistration", entry.start);
    writing.putDate(row, "DateDeRegistration", entry.end);
    writing.put(row, "IDOrganisation", practice);
    writing.put(row, "RegistrationStatus", phraseOf(entry));
    const pharmacy = entry.participants.find(({ role }) => isSameFacts(role, pharmacyRole));
    writing.put(row, "PreferredPharmacy", pharmacy?.person?.names?.[0]?.text);
  }
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...rows], ...(text && { text }) });
}

/** The words of a type of the format as its phrase, else the words of any other type. */
function phraseOf({ type }: Registration): string | undefined {
  const words = (type?.codings ?? []).flatMap(({ system, code }) =>
    system === tppSystems.registrationType ? [code] : [],
  );
  if (words.length > 0) return words.join(",");
  return type?.text ?? type?.codings.find(({ display }) => display !== undefined)?.display;
}
