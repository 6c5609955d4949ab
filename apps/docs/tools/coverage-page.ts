import { entrySections, factsOf, pointerOf, recordSections } from "@gp2gp/core";
import type {
  AnyEntry,
  Fidelity,
  Loss,
  PatientRecord,
  RecordSection,
  SupplierAdapterV1,
} from "@gp2gp/core";

/** A canonical record and what writing it in a format reports. */
export interface WrittenRecord {
  readonly record: PatientRecord;
  readonly losses: readonly Loss[];
}

interface SectionOutcome {
  facts: number;
  inPlace: number;
  /** Members of entries that are carried as text, and those that are dropped. */
  readonly carried: Set<string>;
  readonly dropped: Set<string>;
}

const words: Readonly<Record<Fidelity, string>> = { full: "**full**", partial: "part", none: "–" };

/** What one format reads, writes, degrades and drops, section by section. */
export function coveragePage(
  { id, format, coverage }: SupplierAdapterV1,
  written: readonly WrittenRecord[],
): string {
  const outcomes = outcomesOf(written);
  const rows = recordSections.map((section) => {
    const { read, write, note = "" } = coverage[section];
    const { facts, inPlace } = outcomes.get(section) ?? emptyOutcome();
    const share = facts === 0 ? "" : `${inPlace} of ${facts}`;
    return `| ${section} | ${words[read]} | ${words[write]} | ${share} | ${note} |`;
  });
  const carried = recordSections.flatMap((section) => {
    const members = [...(outcomes.get(section)?.carried ?? [])].toSorted();
    return members.length === 0
      ? []
      : [`- **${section}**: ${members.map((member) => `\`${member}\``).join(", ")}`];
  });
  const dropped = recordSections.flatMap((section) => {
    const members = [...(outcomes.get(section)?.dropped ?? [])].toSorted();
    return members.length === 0
      ? []
      : [`- **${section}**: ${members.map((member) => `\`${member}\``).join(", ")}`];
  });
  return `# \`${id}\`: ${format.name}

Versions written: ${format.versions.map((version) => `\`${version}\``).join(", ")}. Holds ${format.patients === "one" ? "one patient" : "many patients"}.
Code systems, its own first: ${format.codeSystems.join(", ")}.

Made of the adapter's coverage table and of what its goldens report of the ${written.length} canonical records.
Facts in place are leaves of entries that stand in the format's own structure; the rest is carried as text.

| section | read | write | facts in place | note |
| --- | --- | --- | --: | --- |
${rows.join("\n")}

## Carried as text

Members of entries that stood as text for some canonical record. A format that holds most of a kind of
entry carries single members of it; one that has no place for the kind carries all of them.

${carried.join("\n") || "Nothing."}

## Dropped

${dropped.join("\n") || "Nothing."}
`;
}

/** The list of the pages. */
export function coverageIndex(adapters: readonly SupplierAdapterV1[]): string {
  const rows = adapters.map(
    ({ id, format }) => `| [\`${id}\`](${id}.md) | ${format.name} | ${format.patients} |`,
  );
  const sections = recordSections.map((section) => {
    const cells = adapters.map(({ coverage }) => {
      const { read, write } = coverage[section];
      return `${words[read]} / ${words[write]}`;
    });
    return `| ${section} | ${cells.join(" | ")} |`;
  });
  return `# What each format holds

| format | what it is | patients |
| --- | --- | --- |
${rows.join("\n")}

How much of real records each pair of formats keeps: [the matrix](../matrix/README.md).

## Section by section

Read / written: **full**, part, or – for as text instead.

| section | ${adapters.map(({ id }) => `\`${id}\``).join(" | ")} |
| --- |${" --- |".repeat(adapters.length)}
${sections.join("\n")}
`;
}

function outcomesOf(written: readonly WrittenRecord[]): ReadonlyMap<RecordSection, SectionOutcome> {
  const outcomes = new Map<RecordSection, SectionOutcome>();
  for (const { record, losses } of written) {
    const reported = new Map(
      losses.flatMap((loss) =>
        loss.type === "translated" ? [] : [[loss.record, loss.type] as const],
      ),
    );
    const count = (section: RecordSection, entry: AnyEntry, at: readonly (string | number)[]) => {
      const outcome = outcomes.get(section) ?? emptyOutcome();
      outcomes.set(section, outcome);
      for (const { path } of factsOf(entry)) {
        outcome.facts += 1;
        const whole = [...at, ...path];
        const type = whole
          .map((_, place) => reported.get(pointerOf(...whole.slice(0, place + 1))))
          .find((found) => found !== undefined);
        if (type === undefined) outcome.inPlace += 1;
        else if (type === "degraded") outcome.carried.add(memberOf(path));
        else if (type === "dropped") outcome.dropped.add(memberOf(path));
      }
    };
    count("patient", record.patient as unknown as AnyEntry, ["patient"]);
    for (const section of entrySections)
      for (const [index, entry] of record[section].entries())
        count(section, entry, [section, index]);
  }
  return outcomes;
}

function emptyOutcome(): SectionOutcome {
  return { facts: 0, inPlace: 0, carried: new Set(), dropped: new Set() };
}

/** The member of an entry a fact belongs to: two steps of its path at most, without places in lists. */
function memberOf(path: readonly (string | number)[]): string {
  return path
    .filter((step) => typeof step === "string")
    .slice(0, 2)
    .join(".");
}
