import { newEntry, patientSchema, restoreFacts } from "@gp2gp/core";
import type { Patient, Registration } from "@gp2gp/core";
import type { ClientReading } from "./client-reading.ts";
import type { Details } from "./event-items.ts";
import { restoreCarried } from "./restore-carried.ts";

/** The patient with the further details of the patient that events hold. */
export function restorePatient(
  patient: Patient,
  details: readonly Details[],
  reading: ClientReading,
): Patient {
  let restored = patient;
  for (const found of details) {
    if (found.subject.kind !== "patient") continue;
    const parsed = patientSchema.safeParse(restoreFacts(restored, found.carried.facts));
    if (parsed.success) restored = parsed.data;
    else keepAsNarrative(found, reading);
  }
  return restored;
}

/** Adds the registration of the demographics, with the further details of it. */
export function addRegistration(
  registration: Registration | undefined,
  details: readonly Details[],
  reading: ClientReading,
): void {
  let restored = registration;
  for (const found of details) {
    if (found.subject.kind !== "registration") continue;
    const whole = restored && restoreCarried("registrations", restored, found.carried, standIns);
    if (whole) restored = whole;
    else keepAsNarrative(found, reading);
  }
  if (restored) reading.add("registrations", restored);
}

/** Puts back what other formats could not place, as the words that were kept of it. */
export function restoreResidue(details: readonly Details[], reading: ClientReading): void {
  const { residue } = reading.draft;
  for (const { subject, node } of details) {
    if (subject.kind !== "residue") continue;
    residue.push({
      format: subject.format,
      order: residue.length,
      kind: "clinical",
      content: { text: subject.words },
      source: node.location,
    });
  }
}

/** What is shown of a registration that the format cannot hold. */
const standIns = { start: ["start"], type: ["type"] };

function keepAsNarrative({ node }: Details, reading: ClientReading): void {
  const { narratives } = reading.draft;
  const text = node.texts("Line").join("\n");
  reading.add("narratives", {
    ...newEntry(reading.ids.of(node.pointer), narratives.length, node.location),
    texts: [{ text, role: "note" }],
  });
  reading.report("carried-text-unreadable", { source: node.location });
}
