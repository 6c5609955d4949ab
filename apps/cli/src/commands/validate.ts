import type { ValidatedSource } from "@gp2gp/adapter-gp2gp";
import type { Issue, SourcePart } from "@gp2gp/core";
import { columns } from "../output/columns.ts";
import { plainText } from "../output/plain-text.ts";
import { startProgress } from "../output/progress.ts";
import { placeOfIssue } from "../output/render-issues.ts";
import { counted, issuesByCode } from "../output/wording.ts";
import { writeOut } from "../output/write-out.ts";
import { openInput } from "../run/open-input.ts";
import { patientChoice } from "../run/patient-choice.ts";
import { readInput } from "../run/read-input.ts";
import type { Reading } from "../run/read-input.ts";
import { openSession } from "../run/session.ts";
import { checkExtract, renderExtractCheck } from "../validate/check-extract.ts";
import type { MessageCheck } from "../validate/check-message.ts";
import type { SchemaCheck, SchemaChecker } from "../validate/check-schema.ts";

export interface ValidateOptions {
  readonly from?: string;
  readonly xsd?: string;
  readonly patient?: string;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** `gp2gp validate`: everything that is wrong with an input. 1 where it cannot be read, or breaks its schema or its rules. */
export async function validate(input: string, options: ValidateOptions): Promise<number> {
  const only = options.patient === undefined ? undefined : patientChoice(options.patient);
  await using session = await openSession(options);
  await using sources = await openInput(input, session, options.from);
  using checker = options.xsd === undefined ? undefined : await schemaChecker(options.xsd);
  using progress = startProgress("Reading");
  let [count, failed] = [0, 0];
  for await (const reading of readInput(sources, session, only)) {
    count += 1;
    progress.say(`Reading: ${count} done`);
    const verdict = await judge(reading, checker, options.signal);
    if (!verdict.valid) failed += 1;
    await writeOut(options.json ? jsonOf(verdict) : render(verdict));
  }
  if (count === 0) process.stderr.write("gp2gp: The input holds no such patient.\n");
  return count > 0 && failed === 0 ? 0 : 1;
}

/** What there is to say about one patient or message of an input. */
interface Verdict {
  readonly name: string;
  readonly format?: string;
  readonly valid: boolean;
  readonly reason?: string;
  readonly issues: readonly Issue[];
  readonly schema?: SchemaCheck;
  readonly extract?: ValidatedSource;
}

async function judge(
  reading: Reading,
  checker: SchemaChecker | undefined,
  signal: AbortSignal,
): Promise<Verdict> {
  const { name, adapter, issues } = reading;
  const [part] = reading.source.source.parts;
  const schema = part && (await checker?.check(part, signal));
  const held = checker === undefined || isValid(schema);
  const extract =
    reading.ok && adapter ? await checkExtract(adapter, reading.source.source, signal) : undefined;
  const about = { name, ...(schema && { schema }), ...(extract && { extract }) };
  if (reading.ok) {
    const valid = held && extract?.validation.valid !== false;
    return { ...about, ...(adapter && { format: adapter.id }), issues, valid };
  }
  const message = part && adapter === undefined ? await messageCheck(part, signal) : undefined;
  if (!message)
    return {
      ...about,
      ...(adapter && { format: adapter.id }),
      issues,
      valid: false,
      reason: reading.reason,
    };
  const sound = message.issues.every(({ severity }) => severity !== "error");
  return { ...about, format: message.interaction, issues: message.issues, valid: held && sound };
}

async function messageCheck(
  part: SourcePart,
  signal: AbortSignal,
): Promise<MessageCheck | undefined> {
  const { checkMessage } = await import("../validate/check-message.ts");
  return checkMessage(part, signal);
}

async function schemaChecker(folder: string): Promise<SchemaChecker> {
  const [{ SchemaChecker: Checker }, { indexSchemas }] = await Promise.all([
    import("../validate/check-schema.ts"),
    import("../validate/schema-index.ts"),
  ]);
  return new Checker(await indexSchemas(folder));
}

function isValid(check: SchemaCheck | undefined): boolean {
  return check?.schema !== undefined && check.findings.length === 0;
}

function jsonOf({ schema, extract, ...verdict }: Verdict): string {
  const checked = schema && {
    schema: { file: schema.schema ?? null, findings: schema.findings },
  };
  const ruled = extract && { extract: { part: extract.part, ...extract.validation } };
  return `${JSON.stringify({ ...verdict, ...checked, ...ruled })}\n`;
}

function render({ name, format, valid, reason, issues, schema, extract }: Verdict): string {
  const known = format === undefined ? "" : ` (${format})`;
  return [
    `${plainText(name)}${known}: ${valid ? "valid" : "not valid"}`,
    ...(reason === undefined ? [] : [`  ${reason}`]),
    ...renderIssues(issues),
    ...(schema ? renderSchema(schema) : []),
    ...(extract ? renderExtractCheck(extract) : []),
    "",
  ].join("\n");
}

function renderIssues(issues: readonly Issue[]): string[] {
  if (issues.length === 0) return ["  No issues in reading."];
  return [
    `  ${counted(issues.length, "issue")} in reading:`,
    ...issuesByCode(issues).flatMap(({ code, count, first }) => [
      ...columns([[count, first.severity, code, first.message]], "    "),
      `      ${places(issues.filter((issue) => issue.code === code).map(placeOfIssue))}`.trimEnd(),
    ]),
  ].filter((line) => line.trim() !== "");
}

function renderSchema({ schema, findings }: SchemaCheck): string[] {
  if (findings.length === 0)
    return [
      schema === undefined
        ? "  The folder of --xsd holds no schema for it."
        : `  Valid by ${schema}.`,
    ];
  const byMessage = Map.groupBy(findings, ({ message }) => message);
  return [
    `  ${counted(findings.length, "finding")} by ${schema ?? "the reader"}:`,
    ...[...byMessage].flatMap(([message, same]) => [
      `    ${same.length}  ${plainText(message)}`,
      `      ${places(same.map(({ line }) => `line ${line}`))}`,
    ]),
  ];
}

/** The first places, and how many more there are. */
function places(all: readonly string[]): string {
  const distinct = [...new Set(all.filter((place) => place !== ""))];
  const shown = distinct
    .slice(0, 3)
    .map((place) => plainText(place, 100))
    .join(", ");
  return distinct.length > 3 ? `${shown} and ${distinct.length - 3} more` : shown;
}
