import { emptyRecord, newEntry, roleCoded } from "@gp2gp/core";
import type {
  Coded,
  EntryId,
  EntryOf,
  EntrySection,
  Group,
  PartialDateTime,
  PatientRecord,
  PatientRecordDraft,
  Problem,
  ProblemLink,
  Quantity,
} from "@gp2gp/core";
import { sampleCode } from "../codes/sample-codes.ts";
import type { Dialect, SampleCodeName, SampleDrugName } from "../codes/sample-codes.ts";
import { Random } from "../values/random.ts";
import { uuidOf } from "../values/uuid-of.ts";
import { dateOfDay, minuteOfDay, yearsAfter } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import { newCast } from "./cast.ts";
import type { Cast } from "./cast.ts";

type Given = "id" | "order" | "source";
type Defaulted = "identifiers" | "texts" | "participants" | "confidentiality";
/** What an entry of a section is made from: its facts, without what every entry is given. */
export type Facts<Section extends EntrySection> = Omit<EntryOf<Section>, Given | Defaulted> &
  Partial<Pick<EntryOf<Section>, Defaulted>>;

/** Where in the record something is written down: the consultation, the heading, when and by whom. */
export interface Scope {
  readonly consultation?: EntryId;
  readonly within?: EntryId;
  readonly day: Day;
  readonly at: PartialDateTime;
  readonly author: EntryId;
}

export interface Course {
  readonly authorisation: EntryId;
  /** Its place among the authorisations. */
  readonly index: number;
  readonly drug: SampleDrugName;
  readonly dosage: string;
  readonly quantity: Quantity;
  issued: number;
}

export interface LifeSeed {
  readonly seed: string;
  readonly born: Day;
  readonly died: Day;
  readonly sex: "female" | "male";
  readonly dialect: Dialect;
}

/** A patient's life while it is being told: the record so far, and what later events need to know. */
export class Life {
  readonly random: Random;
  readonly record: PatientRecordDraft;
  readonly cast: Cast;
  readonly born: Day;
  readonly died: Day;
  readonly sex: "female" | "male";
  readonly dialect: Dialect;
  readonly courses = new Map<SampleDrugName, Course>();
  readonly #seed: string;
  readonly #orders = new Map<string, number>();
  readonly #problems = new Map<
    SampleCodeName,
    { readonly entry: EntryId; readonly index: number; readonly links: ProblemLink[] }
  >();
  #ids = 0;

  constructor({ seed, born, died, sex, dialect }: LifeSeed) {
    this.random = new Random(seed);
    [this.born, this.died, this.sex, this.dialect, this.#seed] = [born, died, sex, dialect, seed];
    this.record = emptyRecord({ identifiers: [] }, { format: "testkit-generated" });
    this.cast = newCast(this);
  }

  newId(): EntryId {
    return uuidOf(`${this.#seed}/${this.#ids++}`);
  }

  code(name: SampleCodeName): Coded {
    return sampleCode(name, this.dialect);
  }

  /** The day at an age in years, never before birth or after death. */
  dayAt(age: number): Day {
    return Math.min(yearsAfter(this.born, age), this.died);
  }

  ageAt(day: Day): number {
    return Math.floor((day - this.born) / 365.25);
  }

  /** Writes an entry down and answers its id. */
  add<Section extends EntrySection>(
    section: Section,
    scope: Pick<Scope, "consultation" | "within">,
    facts: Facts<Section>,
  ): EntryId {
    const id = this.newId();
    const entry = {
      ...newEntry(id, this.#nextOrder(scope.within ?? scope.consultation ?? ""), {}),
      ...(scope.consultation !== undefined && { consultation: scope.consultation }),
      ...(scope.within !== undefined && { within: scope.within }),
      ...facts,
    };
    (this.record[section] as unknown[]).push(entry);
    return id;
  }

  /** Opens a consultation at some hour of a day. */
  consult(day: Day, about: ConsultationFacts = {}): Scope {
    const { random, cast } = this;
    const at = minuteOfDay(day, random.whole(8 * 60 + 30, 18 * 60));
    const author = about.author ?? random.pick(cast.gps);
    const consultation = this.add(
      "consultations",
      {},
      {
        concept: about.concept ?? this.code("seenInSurgery"),
        effective: { kind: "point", at },
        recorded: `${at}:${String(random.whole(10, 59))}`,
        location: cast.surgery,
        participants: [
          { role: roleCoded("author"), agent: author, time: { start: at } },
          { role: roleCoded("performer"), agent: author },
        ],
        ...(about.minutes !== undefined && { durationMinutes: about.minutes }),
        ...(about.text !== undefined && { texts: [{ role: "note", text: about.text }] }),
      },
    );
    return { consultation, day, at, author };
  }

  /** A heading within a consultation; what is written in the scope it answers stands under it. */
  heading(scope: Scope, kind: Group["kind"], title: string, problem?: SampleCodeName): Scope {
    const names = problem && this.#problems.get(problem);
    const within = this.add("groups", scope, {
      kind,
      concept: { text: title, codings: [] },
      effective: { kind: "point", at: scope.at },
      ...(names && { problem: this.problemId(problem) }),
    });
    return { ...scope, within };
  }

  observe(
    scope: Scope,
    name: SampleCodeName,
    { text, ...facts }: Partial<Facts<"observations">> & { readonly text?: string } = {},
  ): EntryId {
    return this.add("observations", scope, {
      concept: this.code(name),
      effective: { kind: "point", at: dateOfDay(scope.day) },
      recorded: scope.at,
      ...(text !== undefined && { texts: [{ role: "note", text }] }),
      ...facts,
    });
  }

  measure(scope: Scope, name: SampleCodeName, value: string, unit: string): EntryId {
    return this.observe(scope, name, {
      category: "value",
      value: { kind: "quantity", quantity: { value, unit } },
    });
  }

  bloodPressure(scope: Scope, systolic: number, diastolic: number): EntryId {
    return this.observe(scope, "bloodPressure", {
      category: "examination",
      components: [
        this.#pressure(scope, "systolic", systolic),
        this.#pressure(scope, "diastolic", diastolic),
      ],
    });
  }

  #pressure(scope: Scope, name: SampleCodeName, value: number) {
    return {
      ...newEntry(this.newId(), name === "systolic" ? 0 : 1, {}),
      concept: this.code(name),
      effective: { kind: "point" as const, at: dateOfDay(scope.day) },
      value: {
        kind: "quantity" as const,
        quantity: { value: String(value), unit: "mmHg", unitCode: "mm[Hg]" },
      },
    };
  }

  note(scope: Scope, text: string): EntryId {
    return this.add("narratives", scope, {
      texts: [{ role: "note", text }],
      effective: { kind: "point", at: scope.at },
      recorded: scope.at,
    });
  }

  /** Diagnoses a condition: the coded entry that names it and the problem over it. */
  diagnose(
    scope: Scope,
    name: SampleCodeName,
    facts: Partial<Facts<"problems">> & { readonly text?: string },
  ): void {
    const { text, ...rest } = facts;
    const entry = this.observe(scope, name, {
      category: "clinical",
      episodicity: rest.episodicity ?? "first",
      ...(text !== undefined && { text }),
    });
    this.add(
      "problems",
      {},
      {
        names: entry,
        activity: "active",
        significance: "major",
        effective: { kind: "period", start: dateOfDay(scope.day) },
        recorded: scope.at,
        links: [],
        ...rest,
      },
    );
    this.#problems.set(name, { entry, index: this.record.problems.length - 1, links: [] });
  }

  knowsProblem(name: SampleCodeName): boolean {
    return this.#problems.has(name);
  }

  problemId(name: SampleCodeName): EntryId {
    return this.record.problems[this.#problems.get(name)?.index ?? -1]?.id ?? this.newId();
  }

  /** Links entries to a problem, if the patient has it. */
  link(
    name: SampleCodeName,
    targets: readonly EntryId[],
    kind: ProblemLink["kind"] = "associated",
  ) {
    const links = this.#problems.get(name)?.links;
    for (const target of targets) links?.push({ target, kind });
  }

  /** Ends a problem. */
  resolve(name: SampleCodeName, day: Day): void {
    const known = this.#problems.get(name);
    const problem = known && this.record.problems[known.index];
    if (!known || !problem) return;
    const period =
      problem.effective?.kind === "period" ? problem.effective : { kind: "period" as const };
    this.record.problems[known.index] = {
      ...problem,
      activity: "past",
      effective: { ...period, end: dateOfDay(day) },
    };
  }

  /** The record as it stands, with the links its problems have gathered. */
  told(): PatientRecord {
    for (const { index, links } of this.#problems.values()) {
      const problem: Problem | undefined = this.record.problems[index];
      if (problem)
        this.record.problems[index] = { ...problem, links: [...problem.links, ...links] };
    }
    return this.record;
  }

  #nextOrder(parent: string): number {
    const order = this.#orders.get(parent) ?? 0;
    this.#orders.set(parent, order + 1);
    return order;
  }
}

interface ConsultationFacts {
  readonly concept?: Coded;
  readonly author?: EntryId;
  readonly minutes?: string;
  readonly text?: string;
}
