import { readRecords } from "@gp2gp/core";
import type { Identifier, Issue, PatientRecord, SupplierAdapterV1 } from "@gp2gp/core";
import type { OpenedSources, SourceGroup } from "@gp2gp/files";
import { describeFailure } from "./describe-failure.ts";
import { isChosen } from "./patient-choice.ts";
import type { Session } from "./session.ts";

/** One patient of an input, read or not; `name` says where in the input. */
export type Reading = {
  readonly name: string;
  readonly adapter?: SupplierAdapterV1;
  readonly source: SourceGroup;
  readonly issues: readonly Issue[];
} & (
  | { readonly ok: true; readonly record: PatientRecord }
  | { readonly ok: false; readonly reason: string }
);

/** Reads every patient of every source of an input. One that cannot be read says why, and the next follows. */
export async function* readInput(
  { groups }: Pick<OpenedSources, "groups">,
  session: Session,
  only?: readonly Identifier[],
): AsyncIterable<Reading> {
  for (const source of groups) yield* readSource(source, session, only);
}

async function* readSource(
  source: SourceGroup,
  session: Session,
  only: readonly Identifier[] | undefined,
): AsyncIterable<Reading> {
  const { name, detection } = source;
  if (detection.outcome !== "found") {
    yield { name, source, ok: false, issues: [], reason: reasonOf(detection) };
    return;
  }
  const { adapter } = detection;
  const about = { adapter, source };
  const context = { ...session.context, ...(only && { only }) };
  let count = 0;
  try {
    for await (const { patient, result } of readRecords(adapter, source.source, context)) {
      count += 1;
      const patientName = adapter.format.patients === "many" ? `${name}#${count}` : name;
      if (only && patient && !isChosen(patient, only)) continue;
      if (result.ok)
        yield {
          name: patientName,
          ...about,
          ok: true,
          record: result.record,
          issues: result.issues,
        };
      else {
        const { issues } = result;
        yield { name: patientName, ...about, ok: false, issues, reason: firstError(issues) };
      }
    }
  } catch (error) {
    session.signal.throwIfAborted();
    const failure = describeFailure(error);
    if (failure.exitCode === 2) throw error;
    yield { name, ...about, ok: false, issues: [], reason: failure.sentence };
  }
}

function reasonOf(
  detection: Exclude<SourceGroup["detection"], { readonly outcome: "found" }>,
): string {
  if (detection.outcome === "ambiguous")
    return `The input may be of more than one format: say which with --from (${detection.candidates.join(", ")}).`;
  return "The input is of no format this program knows. See `gp2gp formats`, or name its format with --from.";
}

function firstError(issues: readonly Issue[]): string {
  const error = issues.find(({ severity }) => severity === "error") ?? issues[0];
  if (!error) return "The input cannot be read.";
  const line = error.source?.line;
  return line === undefined ? error.message : `${error.message} (line ${line})`;
}
