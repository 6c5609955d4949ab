import { newEntry } from "@gp2gp/core";
import type { Coded } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { emisSystems } from "../../../shared/emis-systems.ts";
import { bareKey } from "../../reading/live-rows.ts";
import type { EmisReading } from "../../reading/reading.ts";
import { readMoment } from "../../wire/cells.ts";
import { patientTypeWords, registrationStatusWords } from "../../wire/registration-words.ts";
import type { NumberedWords } from "../../wire/registration-words.ts";
import { madeUpPracticeKey } from "../patient/patient-keys.ts";

/** The registration of the patient's row: the extract has the current one alone. */
export function readRegistration(row: Row, reading: EmisReading): void {
  const { cells, source } = row;
  const { PatientGuid = "", OrganisationGuid, PatientTypeDescription } = cells;
  const start = reading.date(row, "DateOfRegistration");
  const end = reading.date(row, "DateofDeactivation");
  const patientKey = bareKey(PatientGuid);
  const isMadeUp =
    OrganisationGuid !== undefined &&
    bareKey(OrganisationGuid) === madeUpPracticeKey(patientKey, reading.rows.context.newId);
  const practice = isMadeUp ? undefined : reading.directory.organisation(row, "OrganisationGuid");
  const type = PatientTypeDescription?.trim() ?? "";
  if (start === undefined && end === undefined && practice === undefined && type === "") return;
  reading.rows.add(
    "registrations",
    {
      ...newEntry(reading.newId(`registration ${patientKey}`), reading.rows.nextOrder(), source),
      ...(type !== "" && {
        type: codedOf(type, typeWords),
      }),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      ...(practice !== undefined && { practice }),
    },
    { rows: [row] },
  );
}

/** A status the registration went through. */
export function readStatus(row: Row, number: number, reading: EmisReading): void {
  const { HistoryDate, HistoryTime, StatusDescription } = row.cells;
  const at = reading.known(row, readMoment(HistoryDate, HistoryTime));
  reading.rows.add(
    "registrations",
    {
      ...newEntry(
        reading.newId(`registration status ${number}`),
        reading.rows.nextOrder(),
        row.source,
      ),
      ...(at !== undefined && { effective: { kind: "point", at } }),
      ...(StatusDescription !== undefined && {
        status: codedOf(StatusDescription, statusWords),
      }),
    },
    { rows: [row] },
  );
}

/** The lists that kinds and statuses of registrations are of. */
export const typeWords = { system: emisSystems.patientType, list: patientTypeWords };
export const statusWords = {
  system: emisSystems.registrationStatus,
  list: registrationStatusWords,
};

/** Words as a code of their list; as words where they are not in it. */
function codedOf(
  words: string,
  { system, list }: { readonly system: string; readonly list: NumberedWords },
): Coded {
  const code = list.numberOf(words);
  const display = code === undefined ? undefined : list.wordsOf(code);
  if (code === undefined || display === undefined) return { text: words, codings: [] };
  return { codings: [{ system, code, display, asserted: "source" }] };
}
