import type { NameOf } from "../facts/carried-forms.ts";
import type { PersonName } from "../values/person.ts";
import type { PatientRecord } from "./patient-record.ts";

/** A name as people say it: whole where it was given whole, else its parts in order. */
export function sayName(name: PersonName | undefined): string | undefined {
  if (!name) return undefined;
  const parts = [name.prefixes, name.given, name.family, name.suffixes].flatMap(
    (words) => words ?? [],
  );
  return name.text ?? (parts.length > 0 ? parts.join(" ") : undefined);
}

/** The names people know the agents of a record by, by agent id. */
export function agentNames(record: Pick<PatientRecord, "agents">): NameOf {
  const names = new Map(
    record.agents.map((agent) => [agent.id, sayName(agent.person) ?? agent.name] as const),
  );
  return (id) => names.get(id);
}
