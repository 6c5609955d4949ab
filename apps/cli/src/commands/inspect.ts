import { renderRecord } from "../inspect/render-record.ts";
import { recordJson } from "../inspect/record-json.ts";
import { startProgress } from "../output/progress.ts";
import { plainText } from "../output/plain-text.ts";
import { writeOut } from "../output/write-out.ts";
import { openInput } from "../run/open-input.ts";
import { patientChoice } from "../run/patient-choice.ts";
import { readInput } from "../run/read-input.ts";
import { openSession } from "../run/session.ts";

export interface InspectOptions {
  readonly from?: string;
  readonly patient?: string;
  readonly all?: boolean;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** `gp2gp inspect`: who, how much of what, a timeline; with `json` the record itself, one line a patient. */
export async function inspect(input: string, options: InspectOptions): Promise<number> {
  const only = options.patient === undefined ? undefined : patientChoice(options.patient);
  await using session = await openSession(options);
  await using sources = await openInput(input, session, options.from);
  let [read, failed] = [0, 0];
  using progress = startProgress("Reading");
  for await (const reading of readInput(sources, session, only)) {
    progress.say(`Reading: ${read + failed + 1} done`);
    if (!reading.ok) {
      failed += 1;
      process.stderr.write(`gp2gp: ${plainText(reading.name)}: ${reading.reason}\n`);
      continue;
    }
    read += 1;
    const { record, issues, name, adapter } = reading;
    if (options.json) for (const piece of recordJson(record)) await writeOut(piece);
    else {
      const formatName = adapter?.format.name ?? record.extraction.format;
      const width = process.stdout.columns ?? 120;
      if (read > 1) await writeOut("\n");
      await writeOut(
        renderRecord(record, { name, formatName, issues, all: options.all ?? false, width }),
      );
    }
    options.signal.throwIfAborted();
  }
  if (read + failed === 0) process.stderr.write("gp2gp: The input holds no such patient.\n");
  return failed === 0 && read > 0 ? 0 : 1;
}
