import { writeRecord } from "@gp2gp/core";
import type { SupplierAdapterV1, WriteContext } from "@gp2gp/core";
import { writeArtefact } from "@gp2gp/files";
import { adapterOptions } from "../convert/adapter-options.ts";
import { chooseReceiver } from "../convert/choose-receiver.ts";
import { ConversionReport } from "../convert/conversion-report.ts";
import type { PatientOutcome } from "../convert/conversion-report.ts";
import type { ConvertOptions } from "../convert/convert-options.ts";
import { OutputPlaces } from "../convert/output-places.ts";
import type { OutputPlace } from "../convert/output-places.ts";
import { readDemographics } from "../convert/read-demographics.ts";
import type { DemographicsOf } from "../convert/read-demographics.ts";
import { refuseTakenPaths } from "../convert/refuse-taken-paths.ts";
import { renderReport, shownOutcomes } from "../convert/render-report.ts";
import { plainText } from "../output/plain-text.ts";
import { startProgress } from "../output/progress.ts";
import { sectionCounts } from "../output/wording.ts";
import { writeOut } from "../output/write-out.ts";
import { chooseFormat } from "../run/choose-format.ts";
import { describeFailure } from "../run/describe-failure.ts";
import { openInput } from "../run/open-input.ts";
import { patientChoice } from "../run/patient-choice.ts";
import { readInput } from "../run/read-input.ts";
import type { Reading } from "../run/read-input.ts";
import { openSession } from "../run/session.ts";
import { openTerminology } from "../terminology/open-terminology.ts";
import { UsageError } from "../usage-error.ts";

/** `gp2gp convert`: each patient of an input in another format, with a report. 1 where any could not be. */
export async function convert(
  input: string,
  options: ConvertOptions & { readonly signal: AbortSignal },
): Promise<number> {
  const only = options.patient === undefined ? undefined : patientChoice(options.patient);
  const receiver = options.receiver === undefined ? undefined : chooseReceiver(options.receiver);
  using maps = openTerminology(options);
  await using session = await openSession({
    signal: options.signal,
    terminology: maps.terminology,
    options: adapterOptions(options),
    ...(options.content !== undefined && { content: options.content }),
  });
  const to = chooseFormat(session.registry, options.to);
  checkTarget(to, options);
  const demographics =
    options.demographics === undefined ? undefined : await readDemographics(options.demographics);
  await using sources = await openInput(input, session, options.from);
  await refuseTakenPaths(options, to);

  const context: WriteContext = {
    ...session.context,
    confidential: options.confidential,
    ...(options.formatVersion !== undefined && { formatVersion: options.formatVersion }),
    ...(receiver && { receiver }),
  };
  const { out, overwrite = false } = options;
  await using report = new ConversionReport(
    { input, to: to.id, out, others: sources.others, ...(maps.name && { pack: maps.name }) },
    session.temporary,
  );
  const outcomes: PatientOutcome[] = [];
  using progress = startProgress("Reading");
  const readings = readInput(sources, session, only)[Symbol.asyncIterator]();
  let [current, following] = [await readings.next(), await readings.next()];
  const places = new OutputPlaces(
    out,
    to.format,
    following.done !== true || sources.groups.length > 1,
  );
  for (let count = 1; !current.done; count += 1) {
    progress.say(`Converting: patient ${count}`);
    const reading = current.value;
    const outcome = await convertOne(reading, {
      to,
      context,
      demographics,
      place: places.next(reading.name),
      overwrite,
    });
    if (!outcome.ok) process.stderr.write(`gp2gp: ${plainText(outcome.name)}: ${outcome.reason}\n`);
    await report.add(outcome);
    if (outcomes.length < shownOutcomes) outcomes.push({ ...outcome, issues: [], losses: [] });
    current = following;
    following = current.done ? current : await readings.next();
  }
  const { read, failed } = report.counts.patients;
  if (read + failed === 0) process.stderr.write("gp2gp: The input holds no such patient.\n");
  if (options.report !== undefined)
    await writeArtefact(report.artefact(), options.report, { as: "file", overwrite });
  progress[Symbol.dispose]();
  if (options.json)
    for await (const piece of report.json()) await writeOut(new TextDecoder().decode(piece));
  else if (read > 0)
    await writeOut(
      renderReport(report, {
        outcomes,
        others: sources.others,
        toName: to.format.name,
        reportPath: options.report,
        pack: maps.name,
      }),
    );
  return failed === 0 && read > 0 ? 0 : 1;
}

function checkTarget(to: SupplierAdapterV1, { formatVersion }: ConvertOptions): void {
  if (!to.write)
    throw new UsageError(`${to.id} can be read but not written. See \`gp2gp formats\`.`);
  if (formatVersion !== undefined && !to.format.versions.includes(formatVersion))
    throw new UsageError(
      `${to.id} has no version ${formatVersion}. There are: ${to.format.versions.join(", ")}.`,
    );
}

interface ConvertOne {
  readonly to: SupplierAdapterV1;
  readonly context: WriteContext;
  readonly demographics: DemographicsOf | undefined;
  readonly place: OutputPlace;
  readonly overwrite: boolean;
}

async function convertOne(
  reading: Reading,
  { to, context, demographics, place, overwrite }: ConvertOne,
): Promise<PatientOutcome> {
  const { name, adapter } = reading;
  const about = { name, ...(adapter && { from: adapter.id }) };
  if (!reading.ok)
    return {
      ...about,
      ok: false,
      reason: reading.reason,
      issues: reading.issues,
      losses: [],
      entries: {},
    };
  const { record } = reading;
  const entries = sectionCounts(record);
  let { issues } = reading;
  const failed = (reason: string): PatientOutcome => ({
    ...about,
    ok: false,
    reason,
    issues,
    losses: [],
    entries,
  });
  try {
    const known = demographics?.(record.patient);
    const written = await writeRecord(to, record, {
      ...context,
      ...(known && { demographics: known }),
    });
    issues = [...issues, ...written.issues];
    if (!written.ok) {
      const error = written.issues.find(({ severity }) => severity === "error");
      return failed(error?.message ?? "The record cannot be written in this format.");
    }
    const { signal } = context;
    const parts = await writeArtefact(written.artefact, place.path, {
      as: place.as,
      overwrite,
      ...(signal && { signal }),
    });
    return {
      ...about,
      ok: true,
      out: place.path,
      files: parts.map(({ name: part, path, bytes }) => ({
        path,
        bytes,
        ...(!path.replaceAll("\\", "/").endsWith(part) && { name: part }),
      })),
      entries,
      issues,
      losses: written.losses,
    };
  } catch (error) {
    context.signal?.throwIfAborted();
    const failure = describeFailure(error);
    if (failure.exitCode === 2) throw error;
    return failed(failure.sentence);
  }
}
