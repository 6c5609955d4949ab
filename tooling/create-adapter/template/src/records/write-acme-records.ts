import { EntryFacts, identifierSystems, pointerOf } from "@gp2gp/core";
import type { Loss, PatientRecord, WriteContext, WriteResult } from "@gp2gp/core";
import { writeNarrative } from "./sections/narratives/write-narrative.ts";
import { serialiseWire } from "./wire/acme-records-wire.ts";
import type { WireNote } from "./wire/acme-records-wire.ts";

/** Writes a record: what of it the format holds, and a loss for each fact that it does not. */
export async function writeAcmeRecords(
  record: PatientRecord,
  context: WriteContext,
): Promise<WriteResult> {
  context.signal?.throwIfAborted();
  const { identifiers } = record.patient;
  const nhs = identifiers.find(({ system }) => system === identifierSystems.nhsNumber);
  const patient = nhs?.value ?? "";
  const losses: Loss[] = [];
  const notes: WireNote[] = [];
  for (const [index, narrative] of record.narratives.entries()) {
    const facts = new EntryFacts("narratives", index, narrative);
    const words = writeNarrative(narrative, facts, { patient, place: notes.length, context });
    if (words !== undefined) notes.push({ words, line: notes.length + 3 });
    for (const { path } of facts.rest())
      losses.push({
        type: "dropped",
        record: facts.pointer + pointerOf(...path),
        section: "narratives",
        reason: "no-place",
      });
  }
  const bytes = new TextEncoder().encode(serialiseWire({ nhsNumber: patient, notes }));
  const part = {
    name: "record.txt",
    mediaType: "text/plain",
    async *open() {
      yield await Promise.resolve(bytes);
    },
  };
  return { ok: true, artefact: { parts: [part] }, issues: [], losses };
}
