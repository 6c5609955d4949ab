import { identifierSystems, newEntry } from "@gp2gp/core";
import type { Agent, EntryId } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import type { EmisReading } from "../../reading/reading.ts";

/** EMIS's number of a practice. */
export const practiceNumberSystem = "emis:cdb";

/** An organisation. The agreement under which it shares stands with it. */
export function readOrganisation(row: Row, reading: EmisReading): EntryId {
  const { cells, source } = row;
  const { OrganisationGuid = "", CDB, OrganisationName, ODSCode, OrganisationType } = cells;
  const id = reading.idOf(row.table, OrganisationGuid);
  const { directory } = reading;
  const represents = directory.organisation(row, "ParentOrganisationGuid");
  directory.mention("Admin_Organisation", row, "CCGOrganisationGuid");
  directory.mention("Admin_Location", row, "MainLocationGuid");
  const start = reading.date(row, "OpenDate");
  const end = reading.date(row, "CloseDate");
  const agent: Agent = {
    ...newEntry(id, reading.rows.nextOrder(), source),
    identifiers: [
      ...(ODSCode === undefined ? [] : [{ system: identifierSystems.ods, value: ODSCode }]),
      ...(CDB === undefined ? [] : [{ system: practiceNumberSystem, value: CDB }]),
    ],
    kind: "organisation",
    ...(OrganisationName !== undefined && { name: OrganisationName }),
    ...(OrganisationType !== undefined && { concept: { text: OrganisationType, codings: [] } }),
    ...(represents !== undefined && { represents }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
  const agreements = directory.findAll("Agreements_SharingOrganisation", OrganisationGuid);
  reading.rows.add("agents", agent, { rows: [row, ...agreements] });
  return id;
}
