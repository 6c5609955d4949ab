import type { Issue, PatientRecord, ReadContext, StoredContent } from "@gp2gp/core";
import { emptyRecord, entrySections, standInIssue } from "@gp2gp/core";
import type { ParsedExtract } from "@gp2gp/hl7v3";
import { issue } from "../gp2gp-ehr-extract-issues.ts";
import { modelVersions } from "../format.ts";
import type { ExtractVersion } from "../format.ts";
import { readExtraction, readPatient } from "../sections/envelope/read-envelope.ts";
import { ExtractReader } from "./extract-reader.ts";
import { rememberedIds } from "./remembered-ids.ts";
import { scanExtract } from "./extract-scan.ts";
import type { ExtractScan } from "./extract-scan.ts";
import { keepDetails } from "./keep-details.ts";
import { keepEnvelope } from "./keep-envelope.ts";
import { readScopeOf } from "./read-scope.ts";
import { renameReferences } from "./rename-references.ts";
import { residueOfExtras } from "./residue-of-extras.ts";
import { SoundParts } from "./sound-parts.ts";

export interface ExtractRecord {
  readonly record: PatientRecord;
  readonly issues: readonly Issue[];
}

const foldersOf = ({ extract }: ParsedExtract) =>
  (extract.component ?? []).flatMap(({ ehrFolder }) => ehrFolder ?? []);

export function scanOf(parsed: ParsedExtract): ExtractScan {
  const components = foldersOf(parsed).flatMap(({ component }) => component ?? []);
  return scanExtract(components.flatMap(({ ehrComposition }) => ehrComposition ?? []));
}

const extraFindings = [
  "attribute-unknown",
  "element-unknown",
  "element-repeated",
  "element-excess",
  "text-stray",
] as const;

/** What another system put in the place of a code it had no map for. */
function standInIssues(record: PatientRecord): Issue[] {
  return entrySections.flatMap((section) =>
    record[section].flatMap(({ concept, source }) => {
      const code = standInIssue(concept);
      return code === undefined ? [] : [issue(code, { source })];
    }),
  );
}

/** The record an extract says, whole. */
export function readExtract(
  parsed: ParsedExtract,
  scan: ExtractScan,
  stored: ReadonlyMap<string, StoredContent>,
  part: string,
  context: ReadContext,
): ExtractRecord {
  const { extract, report } = parsed;
  const folders = foldersOf(parsed);
  const directories = folders.flatMap(
    ({ responsibleParty }) => responsibleParty?.agentDirectory ?? [],
  );
  const newId = rememberedIds(context);
  const scope = readScopeOf(scan, directories, stored, newId);
  const record = emptyRecord(readPatient(parsed, part), readExtraction(parsed));
  const reader = new ExtractReader(record, scope, part);
  for (const [folder, { responsibleParty }] of folders.entries())
    reader.readAgents(responsibleParty?.agentDirectory?.part ?? [], folder);
  let order = 0;
  for (const [folder, { component = [] }] of folders.entries())
    for (const one of component) reader.readComposition(one, order++, folder);
  if (reader.renamed.size > 0) renameReferences(record, reader);
  const version: ExtractVersion = parsed.version === modelVersions.UK06 ? "UK06" : "UK07";
  const sound = new SoundParts(report, parsed.version);
  const issues = [
    ...reader.issues,
    ...standInIssues(record),
    ...keepDetails(record, reader, version, sound, newId),
    ...keepEnvelope(parsed, record, version, sound, context),
  ];
  if (folders.length > 1) issues.push(issue("folder-merged"));
  if (report.counts.has("message-repeated")) issues.push(issue("extract-repeated"));
  if (extraFindings.some((code) => report.counts.has(code))) {
    const residue = residueOfExtras(extract, part, record.residue.length);
    record.residue.push(...residue);
    for (const { source } of residue) issues.push(issue("element-unmapped", { source }));
  }
  return { record, issues };
}
