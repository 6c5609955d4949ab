import { entrySections, findWithheld, pointerOf } from "@gp2gp/core";
import type { AnyEntry, PatientRecord, WriteContext, WriteResult } from "@gp2gp/core";
import { serialiseEhrExtractMessage } from "@gp2gp/hl7v3";
import type { CompositionComponent } from "@gp2gp/hl7v3";
import { writeXml } from "@gp2gp/xml";
import { interactions } from "../format.ts";
import type { ExtractVersion } from "../format.ts";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import { extractOptionsOf } from "../gp2gp-ehr-extract-options.ts";
import { writeEnvelope } from "../sections/envelope/write-envelope.ts";
import { isNotForPatient } from "../sections/shared/statement-head.ts";
import { rememberedIds } from "../read/remembered-ids.ts";
import { ReceiverAdaptation } from "./adapt-for-receiver.ts";
import { ExtractWriter } from "./extract-writer.ts";
import { foldersOf } from "./folders.ts";
import { patientLosses } from "./patient-losses.ts";
import { RecordIndex } from "./record-index.ts";
import { TreeBuilder } from "./record-tree.ts";
import { canRefer } from "./referred-documents.ts";
import { residueCompositions } from "./residue-compositions.ts";
import { withheldEntries } from "./withheld-entries.ts";
import { writeContents } from "./write-contents.ts";
import { scopesOf } from "./write-scope.ts";
import { WritingReport } from "./writing-report.ts";

const partName = "ehr-extract.xml";

/** Writes a record as an EHR Extract: RCMR_IN030000UK06, or UK07, which can mark what is confidential. */
export async function writeExtractRecord(
  record: PatientRecord,
  context: WriteContext,
): Promise<WriteResult> {
  context.signal?.throwIfAborted();
  const options = extractOptionsOf(context.options);
  const version: ExtractVersion = context.formatVersion === "UK07" ? "UK07" : "UK06";
  const newId = rememberedIds(context);
  const report = new WritingReport(partName);
  const confidential = findWithheld(record);
  const leftOut: ReadonlySet<AnyEntry> =
    version === "UK06" && context.confidential === "withhold"
      ? withheldEntries(record, confidential, report)
      : new Set();
  if (version === "UK07" || context.confidential === "carry")
    reportCarried(record, version, report);
  const index = new RecordIndex(record, confidential.withheld);
  const scopes = scopesOf(index, version, newId);
  const tree = new TreeBuilder(record, index, leftOut, (document) =>
    canRefer(document, scopes),
  ).build();
  const writer = new ExtractWriter(record, scopes, report, leftOut);
  const { parts, notes } = writer.writeAgents();
  const inFirst = (part: CompositionComponent) => ({ part, folder: 0 });
  const written = [
    ...writer.writeCompositions(tree),
    ...residueCompositions(record, scopes, report).map(inFirst),
    ...notes.map(inFirst),
  ];
  if (written.length === 0) report.issues.push(issue("record-empty"));
  const adapt =
    context.receiver &&
    new ReceiverAdaptation(context.receiver, scopes, { report, terminology: context.terminology });
  const folders = foldersOf(
    adapt ? written.map((one) => ({ ...one, part: adapt.composition(one.part) })) : written,
    adapt ? parts.map((one) => ({ ...one, part: adapt.part(one.part) })) : parts,
    (folder) => writer.emptyComposition(folder),
  );
  const envelope = writeEnvelope(folders, { record, options, version, now: context.now(), newId });
  report.losses.push(...patientLosses(record.patient));
  for (const id of scopes.ids.made.keys())
    report.issues.push(issue("id-generated", recordOf(id, index)));
  const contents = await writeContents(scopes.names.stored, context);
  const output = serialiseEhrExtractMessage(envelope.message, interactions[version], {
    extras: "omit",
  });
  context.signal?.throwIfAborted();
  return {
    ok: true,
    artefact: {
      parts: [
        { name: partName, mediaType: "application/xml", open: () => writeXml(output) },
        ...contents.parts,
      ],
    },
    issues: [...report.issues, ...envelope.issues, ...contents.issues],
    losses: report.losses,
  };
}

function recordOf(id: string, index: RecordIndex): { readonly record?: string } {
  const placed = index.entries.get(id);
  return placed ? { record: pointerOf(placed.section, placed.index) } : {};
}

/** Reports the entries whose restriction the message cannot mark. */
function reportCarried(
  record: PatientRecord,
  version: ExtractVersion,
  report: WritingReport,
): void {
  const isMarked = ({ confidentiality }: AnyEntry): boolean =>
    confidentiality.length === 0 ||
    (version === "UK07" &&
      confidentiality.some(
        ({ codings: [first] }) => first !== undefined && isNotForPatient(first),
      ));
  const isWholeMarked = (entry: AnyEntry): boolean =>
    isMarked(entry) && (!("components" in entry) || (entry.components ?? []).every(isMarked));
  for (const section of entrySections)
    for (const [index, entry] of record[section].entries())
      if (!isWholeMarked(entry))
        report.issues.push(issue("confidential-carried", { record: pointerOf(section, index) }));
}
