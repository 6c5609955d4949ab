import type { RowReading } from "@gp2gp/tabular";
import { miquestOptionsOf } from "../miquest-options.ts";
import type { MiquestProfile } from "../miquest-profile.ts";
import { readConsultation } from "../sections/consultations/read-consultation.ts";
import { readPatient } from "../sections/patient/read-patient.ts";
import { categories } from "../wire/attributes.ts";
import { nullId } from "../wire/null-values.ts";
import { JournalReading } from "./journal-reading.ts";
import { MiquestReading } from "./miquest-reading.ts";
import { extractionOf, readResponseSet, reportSet } from "./response-set.ts";

/** Reads the rows of one patient into entries. */
export function readRecord(rows: RowReading, profile: MiquestProfile): void {
  const options = miquestOptionsOf(rows.context.options, profile.id);
  const set = readResponseSet(rows, profile, options);
  rows.extraction = extractionOf(set, profile);
  reportSet(set, rows);
  const own = new MiquestReading(rows, profile, set);
  refuseStrangers(own);
  const journal = new JournalReading(own);
  for (const row of own.of("PATIENTS")) readPatient(row, own);
  for (const row of own.of("ENCOUNTERS")) readConsultation(row, own);
  journal.read();
}

/** A row of another patient, and one that came twice in two responses, is read by nobody. */
function refuseStrangers(own: MiquestReading): void {
  const { rows } = own;
  const nhsNumber = rows.rows.of("PATIENTS")[0]?.cells["NHS_NUMBER"];
  const isKnown = nhsNumber !== undefined && nhsNumber !== nullId;
  for (const category of categories) {
    const all = rows.rows.of(category);
    const isOfOneFile = new Set(all.map(({ source }) => source.part)).size < 2;
    const seen = new Map<string, string | undefined>();
    for (const row of all) {
      const { NHS_NUMBER = nullId } = row.cells;
      const { source } = row;
      if (isKnown && NHS_NUMBER !== nullId && NHS_NUMBER !== nhsNumber) {
        rows.claim(row);
        own.report("row-of-other-patient", { source });
        continue;
      }
      if (isOfOneFile) continue;
      const cells = JSON.stringify(row.cells);
      if (!seen.has(cells)) seen.set(cells, source.part);
      else if (seen.get(cells) !== source.part) {
        rows.claim(row);
        own.report("row-in-two-responses", { source });
      }
    }
  }
}
