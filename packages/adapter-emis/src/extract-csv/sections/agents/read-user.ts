import { newEntry } from "@gp2gp/core";
import type { Agent, EntryId } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { listOf, wordsOf } from "../../../shared/words.ts";
import type { EmisReading } from "../../reading/reading.ts";

/** National codes of jobs, such as R0260 for a general medical practitioner. */
export const jobCategorySystem = "emis:job-category";
export const registrationNumberSystem = "emis:registration-number";

/** A member of staff in one role. */
export function readUser(row: Row, reading: EmisReading): EntryId {
  const { cells, source } = row;
  const { UserInRoleGuid = "", Title, GivenName, Surname, RegistrationNumber } = cells;
  const id = reading.idOf(row.table, UserInRoleGuid);
  const represents = reading.directory.organisation(row, "OrganisationGuid");
  const start = reading.date(row, "ContractStartDate");
  const end = reading.date(row, "ContractEndDate");
  const person = {
    ...listOf("prefixes", Title),
    ...wordsOf("given", GivenName),
    ...listOf("family", Surname),
  };
  const agent: Agent = {
    ...newEntry(id, reading.rows.nextOrder(), source),
    identifiers:
      RegistrationNumber === undefined
        ? []
        : [{ system: registrationNumberSystem, value: RegistrationNumber }],
    kind: "person",
    ...(Object.keys(person).length > 0 && { person }),
    ...jobOf(cells),
    ...(represents !== undefined && { represents }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
  reading.rows.add("agents", agent, { rows: [row] });
  return id;
}

function jobOf({
  JobCategoryCode: code,
  JobCategoryName: display,
}: Row["cells"]): Pick<Agent, "concept"> {
  if (code === undefined)
    return display === undefined ? {} : { concept: { text: display, codings: [] } };
  const coding = {
    system: jobCategorySystem,
    code,
    ...(display !== undefined && { display }),
    asserted: "source" as const,
  };
  return { concept: { codings: [coding] } };
}
