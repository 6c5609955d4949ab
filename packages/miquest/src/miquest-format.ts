import type { ArtefactPart } from "@gp2gp/core";
import { furtherColumns } from "@gp2gp/tabular";
import type { RowWriting, TabularFormat } from "@gp2gp/tabular";
import { miquestOptionsOf } from "./miquest-options.ts";
import type { MiquestProfile } from "./miquest-profile.ts";
import { issue } from "./miquest-issues.ts";
import { readRecord } from "./reading/read-record.ts";
import { identifiersOf } from "./sections/patient/read-patient.ts";
import { categories, tables } from "./wire/attributes.ts";
import type { Category } from "./wire/attributes.ts";
import { bindResponse } from "./wire/bind-response.ts";
import type { CodeSet } from "./wire/code-set.ts";
import { parseLinks } from "./wire/links.ts";
import { fileNames, queryOf, queryPart, responseOf, responsePart } from "./wire/response-parts.ts";
import { planEnquiries } from "./writing/plan-enquiries.ts";
import { addDetails, writeRecord } from "./writing/write-record.ts";

/** The MIQUEST response set as a format of tables, in the dialect of a profile. */
export function miquestFormat(profile: MiquestProfile): TabularFormat {
  const { id, supplier } = profile;
  return {
    id,
    tables,
    patientTable: "PATIENTS",
    marksConfidential: false,
    charset: (options) => miquestOptionsOf(options, id).charset,
    textShape: "one-line",
    // Nothing public says how a line break or quotation mark within a value is written.
    canHold: (value) => !/["\r\n]/.test(value),
    bind: (part, { options, signal }) =>
      bindResponse(part, miquestOptionsOf(options, id).charset, { signal }),
    identifiersOf: ({ cells }) => identifiersOf(cells, supplier),
    documentsOf: (rows) =>
      rows.of("JOURNALS").flatMap(({ cells }) => parseLinks(cells["LINKS"]).document ?? []),
    read: (reading) => readRecord(reading, profile),
    write: (_, writing) => {
      reportPractice(writing, profile);
      writeRecord(writing, profile);
    },
    addDetails,
    partName: (table) => `${fileNames[table as Category]}.CSV`,
    partsOf: (writing) => partsOf(writing, profile),
  };
}

/** The responses of the set, and the queries they answer. */
function partsOf(writing: RowWriting, profile: MiquestProfile): ArtefactPart[] {
  const { record, rows, context, charset } = writing;
  const options = miquestOptionsOf(context.options, profile.id);
  const planned = planEnquiries(record, profile, options);
  const reference = writing.patientRows[0]?.cells["REFERENCE"] ?? "";
  const parts = categories.map((category) => {
    const own = rows.filter(({ table }) => table === category);
    const columns = planned.columns[category];
    const all = [...columns, ...furtherColumns(own, columns)];
    const enquiry = {
      category,
      columns: all,
      codeSet: planned.codeSet as CodeSet,
      reference,
      practiceCode: practiceOf(writing, profile) ?? "",
      on: context.now(),
    };
    const response = planned.responses[category] ?? responseOf(profile, enquiry);
    const query = planned.queries[category] ?? queryOf(profile, enquiry);
    return {
      response: responsePart(category, response, { columns: all, rows: own, charset }),
      query: queryPart(category, query, charset),
    };
  });
  return [...parts.map(({ response }) => response), ...parts.map(({ query }) => query)];
}

/** The practice that answers: told in the options, or the sender of the record. */
function practiceOf({ record, context }: RowWriting, { id }: MiquestProfile): string | undefined {
  const { senders = [] } = record.extraction;
  const sender = senders.find(({ system }) => system === "ods")?.value;
  const isCode = sender !== undefined && /^[A-Za-z0-9]{1,12}$/.test(sender);
  return miquestOptionsOf(context.options, id).practiceCode ?? (isCode ? sender : undefined);
}

function reportPractice(writing: RowWriting, profile: MiquestProfile): void {
  if (practiceOf(writing, profile) === undefined)
    writing.issues.push(issue("envelope-missing", { detail: { header: "RSP_IDENT" } }));
}
