import { entrySections, labelOf, roleOf } from "@gp2gp/core";
import type { AnyEntry, EntrySection, PatientRecord } from "@gp2gp/core";
import { columns } from "../output/columns.ts";
import { plainText } from "../output/plain-text.ts";
import { counted } from "../output/wording.ts";
import { entryDate, entryKind, entryWords } from "./entry-line.ts";

/** Sections that are not events in a life: containers, directories and headers over other entries. */
const noEvents = new Set<EntrySection>(["agents", "consultations", "groups", "links", "contacts"]);
const LINES = 200;

interface Event {
  readonly section: EntrySection;
  readonly entry: AnyEntry;
}

/**
 * The record by year and consultation, the latest first. A timeline that is long is cut: years beyond
 * the first lines are counted and not shown.
 */
export function timeline(
  record: PatientRecord,
  { all, width }: { all: boolean; width: number },
): string[] {
  const wordsOf = describer(record);
  const byYear = Map.groupBy(encounters(record), ({ date }) => date?.slice(0, 4) ?? "no date");
  const years = [...byYear.keys()].toSorted((a, b) =>
    a === "no date" ? 1 : b === "no date" ? -1 : b < a ? -1 : 1,
  );
  const lines: string[] = [];
  let hidden = 0;
  for (const year of years) {
    const inYear = byYear.get(year) ?? [];
    const count = inYear.reduce((sum, { events }) => sum + events.length, 0);
    lines.push(`${year}  ${counted(count, "entry", "entries")}`);
    const details = inYear.flatMap((encounter) => encounterLines(encounter, { width, wordsOf }));
    if (all || lines.length + details.length <= LINES) lines.push(...details);
    else hidden += count;
  }
  if (hidden > 0)
    lines.push("", `${counted(hidden, "entry", "entries")} not shown: see them with --all.`);
  return lines;
}

interface Encounter {
  readonly date: string | undefined;
  readonly title: string;
  readonly events: readonly Event[];
}

function encounters(record: PatientRecord): Encounter[] {
  const events = entrySections
    .filter((section) => !noEvents.has(section))
    .flatMap((section) => record[section].map((entry): Event => ({ section, entry })));
  const inConsultation = Map.groupBy(events, ({ entry }) => entry.consultation);
  const agents = new Map(record.agents.map((agent) => [agent.id, agent]));
  const found: Encounter[] = [];
  for (const consultation of record.consultations) {
    const author = consultation.participants.find(({ role }) => roleOf(role) === "author")?.agent;
    const who = author === undefined ? undefined : agentName(agents.get(author));
    const place =
      consultation.location === undefined ? undefined : agents.get(consultation.location)?.name;
    found.push({
      date: entryDate(consultation),
      title: [labelOf(consultation.concept) ?? "Consultation", place, who]
        .filter(Boolean)
        .join(" · "),
      events: inConsultation.get(consultation.id) ?? [],
    });
    inConsultation.delete(consultation.id);
  }
  const alone = Map.groupBy([...inConsultation.values()].flat(), ({ entry }) =>
    entryDate(entry)?.slice(0, 10),
  );
  for (const [date, onDay] of alone) found.push({ date, title: "", events: onDay });
  return found.toSorted((a, b) => ((b.date ?? "") < (a.date ?? "") ? -1 : 1));
}

function agentName(agent: PatientRecord["agents"][number] | undefined): string | undefined {
  const { person } = agent ?? {};
  if (!person) return agent?.name;
  const parts = [...(person.prefixes ?? []), ...(person.given ?? []), ...(person.family ?? [])];
  return person.text ?? parts.join(" ");
}

/** An entry in words; a problem in those of the entry that names it. */
function describer(record: PatientRecord): (entry: AnyEntry) => string {
  const named = new Map<string, AnyEntry | undefined>(
    record.problems.flatMap(({ names }) => (names === undefined ? [] : [[names, undefined]])),
  );
  for (const section of entrySections)
    for (const entry of record[section]) if (named.has(entry.id)) named.set(entry.id, entry);
  return (entry) => {
    if (!("activity" in entry || "names" in entry)) return entryWords(entry);
    const header = typeof entry.names === "string" ? named.get(entry.names) : undefined;
    const state = [entry.significance, entry.activity].filter(Boolean).join(", ");
    return [entryWords(header ?? entry), state && `(${state})`].filter(Boolean).join("  ");
  };
}

interface EncounterWording {
  readonly width: number;
  readonly wordsOf: (entry: AnyEntry) => string;
}

function encounterLines(
  { date, title, events }: Encounter,
  { width, wordsOf }: EncounterWording,
): string[] {
  const day = date?.slice(0, 10) ?? "";
  const rows = events
    .toSorted((a, b) => a.entry.order - b.entry.order)
    .map(({ section, entry }) => [entryKind(section), wordsOf(entry)]);
  return [`  ${day}  ${title}`, ...columns(rows, "    ")].map((line) => {
    const indent = /^ */.exec(line)?.[0] ?? "";
    return indent + plainText(line, width - indent.length);
  });
}
