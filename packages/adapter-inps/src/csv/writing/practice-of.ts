import type { Agent, PatientRecord } from "@gp2gp/core";
import { inpsSystems } from "../inps-systems.ts";

/** The SNOMED CT concept of a general practice as an organisation. */
const generalPractice = "394745000";

/** The registration a record is about now: one without an end, else the latest. */
export function currentRegistration({ registrations }: Pick<PatientRecord, "registrations">) {
  return (
    registrations.findLast(({ end }) => end === undefined) ??
    registrations
      .toSorted((left, right) => ((left.start ?? "") < (right.start ?? "") ? -1 : 1))
      .at(-1)
  );
}

/** The practice whose extract this is: of the registration, else one the extract describes as a practice. */
export function practiceOf(record: PatientRecord, agents: readonly Agent[]): Agent | undefined {
  const organisations = agents.filter(({ kind }) => kind === "organisation");
  const registered = currentRegistration(record)?.practice;
  return (
    organisations.find(({ id }) => id === registered) ??
    organisations.find(({ identifiers }) =>
      identifiers.some(({ system }) => system === inpsSystems.practice),
    ) ??
    organisations.find(({ concept }) =>
      concept?.codings.some(({ system, code }) => system === "snomed" && code === generalPractice),
    )
  );
}
