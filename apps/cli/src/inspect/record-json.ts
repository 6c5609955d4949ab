import { entrySections } from "@gp2gp/core";
import type { PatientRecord } from "@gp2gp/core";

/** A record as one line of JSON, in pieces: a whole one may be longer than the longest string. */
export function* recordJson(record: PatientRecord): Iterable<string> {
  const { patient, extraction } = record;
  yield `{"patient":${JSON.stringify(patient)},"extraction":${JSON.stringify(extraction)}`;
  for (const section of [...entrySections, "residue"] as const) {
    yield `,${JSON.stringify(section)}:[`;
    for (const [index, entry] of record[section].entries())
      yield (index === 0 ? "" : ",") + JSON.stringify(entry);
    yield "]";
  }
  yield "}\n";
}
