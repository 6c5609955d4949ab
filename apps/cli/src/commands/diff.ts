import { diffRecords, renderDifferences } from "@gp2gp/core";
import type { Identifier, PatientRecord } from "@gp2gp/core";
import { InputError } from "../input-error.ts";
import { plainText } from "../output/plain-text.ts";
import { startProgress } from "../output/progress.ts";
import { counted } from "../output/wording.ts";
import { writeOut } from "../output/write-out.ts";
import { openInput } from "../run/open-input.ts";
import { patientChoice } from "../run/patient-choice.ts";
import { readInput } from "../run/read-input.ts";
import type { Reading } from "../run/read-input.ts";
import { openSession } from "../run/session.ts";
import type { Session } from "../run/session.ts";

export interface DiffOptions {
  readonly fromA?: string;
  readonly fromB?: string;
  readonly patient?: string;
  readonly exitCode?: boolean;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** `gp2gp diff`: what two records say differently. 0 when they were compared; with `exitCode` 1 when they differ. */
export async function diff(a: string, b: string, options: DiffOptions): Promise<number> {
  const only = options.patient === undefined ? undefined : patientChoice(options.patient);
  await using session = await openSession(options);
  using progress = startProgress("Reading");
  const before = await readOne(a, { session, from: options.fromA, only });
  const after = await readOne(b, { session, from: options.fromB, only });
  progress.say("Comparing");
  const differences = diffRecords(before, after);
  if (options.json)
    await writeOut(`${JSON.stringify({ same: differences.length === 0, differences })}\n`);
  else {
    const lines = renderDifferences(differences).split("\n");
    for (const line of lines) await writeOut(`${plainText(line)}\n`);
    if (differences.length > 0)
      await writeOut(
        `\n${counted(differences.length, "difference")}: - only in A, + only in B, ~ changed, > moved\n`,
      );
  }
  return options.exitCode && differences.length > 0 ? 1 : 0;
}

interface ReadOne {
  readonly session: Session;
  readonly from: string | undefined;
  readonly only: readonly Identifier[] | undefined;
}

async function readOne(input: string, { session, from, only }: ReadOne): Promise<PatientRecord> {
  await using sources = await openInput(input, session, from);
  let found: Reading | undefined;
  for await (const reading of readInput(sources, session, only)) {
    if (found)
      throw new InputError(
        `${plainText(input)}: The input holds more than one patient. Choose one with --patient.`,
      );
    found = reading;
  }
  if (!found) throw new InputError(`${plainText(input)}: The input holds no such patient.`);
  if (!found.ok) throw new InputError(`${plainText(input)}: ${found.reason}`);
  return found.record;
}
