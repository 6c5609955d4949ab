import type { Agent, AnyEntry, EntrySection, ParticipantRole, PatientRecord } from "@gp2gp/core";
import { roleOf } from "@gp2gp/core";
import type { PlacedEntry, RowDraft, RowWriting } from "@gp2gp/tabular";
import { optionsOf } from "../inps-csv-options.ts";
import type { InpsCsvOptions } from "../inps-csv-options.ts";
import { formatId, inpsSystems } from "../inps-systems.ts";
import type { TableName } from "../wire/tables.ts";
import { isKey } from "../wire/row-keys.ts";
import { writeDay, writeLinks, writeTime } from "../wire/cells.ts";
import { WrittenCompounds } from "../sections/immunisations/write-compound.ts";
import { Supplies } from "../sections/medication/supplies.ts";
import { FurtherLinks } from "./further-links.ts";
import { KeyBook } from "./key-book.ts";
import { practiceOf } from "./practice-of.ts";
import { ProblemFacets } from "./problem-facets.ts";

/** One record while its rows are written. */
export class InpsWriting {
  readonly writing: RowWriting;
  readonly options: InpsCsvOptions;
  readonly keys: KeyBook;
  readonly problems: ProblemFacets;
  readonly furtherLinks: FurtherLinks;
  readonly supplies: Supplies;
  readonly compounds: WrittenCompounds;
  readonly practice: Agent | undefined;
  readonly pid: string;
  readonly service: string | undefined;
  /** Staff that some row refers to. */
  readonly staffReferred = new Set<string>();
  /** Organisations that stand in the row of a referral to them, by name. */
  readonly units = new Map<string, string>();
  /** The registration that stands in the row of the patient. */
  registration: string | undefined;
  readonly #agents: ReadonlyMap<string, PlacedEntry<"agents">>;
  readonly #consultations: ReadonlyMap<string, PlacedEntry<"consultations">>;
  /** Reports of tests and the batteries in them. */
  readonly #ofReports: ReadonlySet<string>;

  constructor(writing: RowWriting) {
    this.writing = writing;
    const { record } = writing;
    this.options = optionsOf(writing.context.options);
    this.problems = new ProblemFacets(writing);
    this.keys = new KeyBook(writing, this.problems);
    this.#agents = entriesOf("agents", writing);
    this.#consultations = entriesOf("consultations", writing);
    const reports = new Set(record.testReports.map(({ id }) => id));
    const batteries = record.groups.filter(({ within = "" }) => reports.has(within));
    this.#ofReports = new Set([...reports, ...batteries.map(({ id }) => id)]);
    this.practice = practiceOf(
      record,
      [...this.#agents.values()].map(({ entry }) => entry),
    );
    this.furtherLinks = new FurtherLinks(this);
    this.supplies = new Supplies(writing);
    this.compounds = new WrittenCompounds(writing);
    this.pid = pidOf(record, writing);
    this.service =
      record.extraction.senders?.find(({ system }) => system === inpsSystems.service)?.value ??
      (this.practice && this.keys.keyOf("practice", this.practice));
  }

  /** The number the practice knows the patient by. */
  get practiceNumber(): string | undefined {
    const { identifiers } = this.writing.record.patient;
    return identifiers.find(({ system }) => system === inpsSystems.practiceNumber)?.value;
  }

  /** What the practice is known by: its ODS code, else its key. */
  get practiceCode(): string | undefined {
    const { practice } = this;
    const ods = practice?.identifiers.find(({ system }) => system === "ods")?.value;
    return ods ?? (practice && this.keys.keyOf("practice", practice));
  }

  agent(id: string | undefined): Agent | undefined {
    return id === undefined ? undefined : this.#agents.get(id)?.entry;
  }

  placedAgent({ id }: Agent): PlacedEntry<"agents"> | undefined {
    return this.#agents.get(id);
  }

  consultation(id: string | undefined): AnyEntry | undefined {
    return id === undefined ? undefined : this.#consultations.get(id)?.entry;
  }

  /** Whether an entry stands in a report of tests. */
  isOfReport({ within }: AnyEntry): boolean {
    return within !== undefined && this.#ofReports.has(within);
  }

  /** The reference to a member of staff, who then stands in the file of staff. */
  staff(id: string | undefined): string | undefined {
    const agent = this.agent(id);
    if (agent?.kind !== "person") return undefined;
    this.staffReferred.add(agent.id);
    return this.keys.keyOf("staff", agent);
  }

  /** A row of the patient's. */
  addRow(table: TableName): RowDraft {
    const row = this.writing.addRow(table);
    this.writing.set(row, "PID", this.pid);
    this.writing.set(row, "SERVICE_ID", this.service);
    this.writing.set(row, "ACTION", "I");
    return row;
  }

  /** The row of an entry with what every row says: its key, when, by whom, and what it belongs to. */
  addEntryRow(
    table: "encounter" | "journal" | "referral",
    placed: PlacedEntry,
    roles: readonly ParticipantRole[],
  ): RowDraft {
    const { writing } = this;
    const { entry } = placed;
    const row = this.addRow(table);
    writing.set(row, "ID", this.keys.keyOf(table, entry));
    if (entry.effective?.kind === "point") this.writeMoment(row, entry.effective.at);
    else if (entry.effective?.kind === "period") this.writeMoment(row, entry.effective.start);
    this.#writeActor(row, entry, roles);
    writing.set(row, "LINKS", writeLinks(this.#linksOf(placed, row)));
    return row;
  }

  writeMoment(row: RowDraft, at: string | undefined): void {
    this.writing.set(row, "DATE", writeDay(at));
    if (row.table !== "referral") this.writing.set(row, "TIME", writeTime(at));
  }

  #writeActor(row: RowDraft, { participants }: AnyEntry, roles: readonly ParticipantRole[]): void {
    for (const role of roles) {
      const actor = participants.find(
        (one) => roleOf(one.role) === role && this.agent(one.agent)?.kind === "person",
      );
      if (!actor) continue;
      this.writing.set(row, "HCP", this.staff(actor.agent));
      this.writing.set(row, "HCP_TYPE", hcpTypeOf(this.agent(actor.agent)));
      return;
    }
  }

  #linksOf({ section, entry }: PlacedEntry, row: RowDraft): readonly string[] {
    const consultation =
      section === "consultations" ? undefined : this.consultation(entry.consultation);
    const encounter = consultation && this.keys.keyOf("encounter", consultation);
    return [
      ...(encounter === undefined ? [] : [`E${encounter}`]),
      ...this.problems.namesOf(entry.id).map((named) => this.keys.keyOf("journal", named)),
      ...this.furtherLinks.tokensOf(entry, row),
    ];
  }
}

/** The entries of a section that are written, by id. */
function entriesOf<Section extends EntrySection>(
  section: Section,
  writing: RowWriting,
): ReadonlyMap<string, PlacedEntry<Section>> {
  const placed = writing.entries().filter((one) => one.section === section) as readonly unknown[];
  return new Map((placed as readonly PlacedEntry<Section>[]).map((one) => [one.entry.id, one]));
}

/** The type of a professional, as the practice numbers it. */
export function hcpTypeOf(agent: Agent | undefined): string | undefined {
  return agent?.concept?.codings.find(({ system }) => system === inpsSystems.hcpType)?.code;
}

/** What the rows name the patient by: as the format did, else by NHS number, else by an id made for it. */
function pidOf({ patient }: PatientRecord, { context }: RowWriting): string {
  const { identifiers } = patient;
  const own = identifiers.find(({ system }) => system === inpsSystems.patient)?.value;
  const nhs = identifiers.find(({ system }) => system === "nhs-number")?.value;
  const isUsable = (value: string | undefined) => value !== undefined && /^[!-~]+$/.test(value);
  if (own !== undefined && isUsable(own) && !isKey(own)) return own;
  if (nhs !== undefined && isUsable(nhs)) return nhs;
  return context.newId(`${formatId} patient ${JSON.stringify(identifiers)}`);
}
