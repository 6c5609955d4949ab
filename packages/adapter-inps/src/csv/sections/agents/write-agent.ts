import type { Agent } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { inpsSystems } from "../../inps-systems.ts";
import { hcpTypeOf } from "../../writing/inps-writing.ts";
import type { InpsWriting } from "../../writing/inps-writing.ts";
import { sexes } from "../../wire/code-tables.ts";
import { practiceTelecoms } from "./practice-telecoms.ts";
import { writePlain } from "../journal/write-plain.ts";
import { writeAddress, writeTelecoms } from "../patient/write-contact.ts";
import { writeName } from "../patient/write-name.ts";

/** Staff some row refers to and the practice have rows of their own; whoever else has a part stands in words. */
export function writeAgent(placed: PlacedEntry<"agents">, inps: InpsWriting): void {
  const { entry } = placed;
  if (inps.units.get(entry.name ?? "") === entry.id) return;
  if (inps.staffReferred.has(entry.id)) writeStaff(placed, inps);
  else if (entry === inps.practice) writePractice(placed, inps);
  else writePlain(placed, inps);
}

function writeStaff(placed: PlacedEntry<"agents">, inps: InpsWriting): void {
  const { writing, practice, keys } = inps;
  const { entry } = placed;
  const row = writing.addRow("staff");
  writing.set(row, "ID", keys.keyOf("staff", entry));
  writing.set(row, "HCP_TYPE", hcpTypeOf(entry));
  writing.set(row, "GMP_CODE", identifierIn(entry, "gmp", inpsSystems.gpCode));
  writing.set(row, "SEX", sexes.find(([, sex]) => sex === entry.gender)?.[0]);
  writeName(row, entry.person, writing);
  if (practice && entry.represents === practice.id)
    writing.set(row, "SERVICE_ID", keys.keyOf("practice", practice));
  writing.place(placed, { rows: [row] });
}

function writePractice(placed: PlacedEntry<"agents">, inps: InpsWriting): void {
  const { writing, keys } = inps;
  const { entry } = placed;
  const row = writing.addRow("practice");
  writing.set(row, "ID", keys.keyOf("practice", entry));
  writing.set(row, "NAME", entry.name);
  writing.set(row, "IDENTIFIER", identifierIn(entry, "ods"));
  writeAddress(row, entry.addresses, writing);
  writeTelecoms(row, entry.telecoms, practiceTelecoms, writing);
  writing.place(placed, { rows: [row] });
}

function identifierIn({ identifiers }: Agent, ...systems: readonly string[]): string | undefined {
  return identifiers.find(({ system }) => systems.includes(system))?.value;
}
