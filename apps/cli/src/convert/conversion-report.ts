import { join } from "node:path";
import type { Artefact, Issue, Loss, RecordSection } from "@gp2gp/core";
import { JsonSpool } from "./json-spool.ts";

/** What became of one patient of the input. */
export type PatientOutcome = {
  /** Where in the input: the part, and which of its patients. */
  readonly name: string;
  readonly from?: string;
  readonly entries: Readonly<Record<string, number>>;
  readonly issues: readonly Issue[];
  readonly losses: readonly Loss[];
} & (
  | { readonly ok: true; readonly out: string; readonly files: readonly WrittenFile[] }
  | { readonly ok: false; readonly reason: string }
);

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  /** The part's own name where no file could have it. */
  readonly name?: string;
}

export interface LossGroup {
  readonly section: RecordSection;
  readonly type: Loss["type"];
  readonly reason: Loss["reason"];
  count: number;
}

export interface ConversionAbout {
  readonly input: string;
  readonly to: string;
  readonly out: string;
  /** The code maps codes were translated by; absent where there were none. */
  readonly pack?: string;
  /** Files of the input that no format knows and that belong to no single patient. */
  readonly others: readonly string[];
}

/** What a conversion did, patient by patient: counted in memory, in full on disk. */
export class ConversionReport implements AsyncDisposable {
  readonly #about: ConversionAbout;
  readonly #formats = new Set<string>();
  readonly #issues: JsonSpool;
  readonly #losses: JsonSpool;
  readonly #patients: JsonSpool;
  readonly #lossGroups = new Map<string, LossGroup>();
  readonly #issueGroups = new Map<string, { issue: Issue; count: number }>();
  readonly counts = {
    patients: { read: 0, failed: 0 },
    entries: {} as Record<string, number>,
    issues: { error: 0, warning: 0, information: 0 },
    losses: { dropped: 0, degraded: 0, translated: 0, withheld: 0 },
    /** Drug allergies that went as stand-ins, so that prescribing must be blocked until they are coded again. */
    blockingAllergies: 0,
  };

  constructor(about: ConversionAbout, temporary: string) {
    this.#about = about;
    this.#issues = new JsonSpool(join(temporary, "issues"));
    this.#losses = new JsonSpool(join(temporary, "losses"));
    this.#patients = new JsonSpool(join(temporary, "patients"));
  }

  async add(outcome: PatientOutcome): Promise<void> {
    const { name, from, issues, losses, entries, ...rest } = outcome;
    if (from !== undefined) this.#formats.add(from);
    this.counts.patients[outcome.ok ? "read" : "failed"] += 1;
    for (const [section, count] of Object.entries(entries))
      this.counts.entries[section] = (this.counts.entries[section] ?? 0) + count;
    for (const issue of issues) {
      this.counts.issues[issue.severity] += 1;
      const group = this.#issueGroups.get(issue.code);
      if (group) group.count += 1;
      else this.#issueGroups.set(issue.code, { issue, count: 1 });
      await this.#issues.add({ patient: name, ...issue });
    }
    for (const loss of losses) {
      this.counts.losses[loss.type] += 1;
      const { section, type, reason } = loss;
      const key = `${section} ${type} ${reason}`;
      const group = this.#lossGroups.get(key);
      if (group) group.count += 1;
      else this.#lossGroups.set(key, { section, type, reason, count: 1 });
      await this.#losses.add({ patient: name, ...loss });
    }
    const blocking = losses.filter(({ blocksPrescribing }) => blocksPrescribing === true);
    this.counts.blockingAllergies += new Set(blocking.map(({ record }) => entryOf(record))).size;
    await this.#patients.add({
      name,
      ...(from !== undefined && { from }),
      ...rest,
      counts: { entries, issues: issues.length, losses: losses.length },
    });
  }

  /** Losses by section, kind and reason, the most first. */
  get lossGroups(): readonly LossGroup[] {
    return [...this.#lossGroups.values()].toSorted((a, b) => b.count - a.count);
  }

  /** One issue of each code, and how many there are of it. */
  get issueGroups(): readonly { readonly issue: Issue; readonly count: number }[] {
    return [...this.#issueGroups.values()];
  }

  /** The report as JSON, in pieces: `{from, to, issues, losses, counts, …}`. */
  async *json(): AsyncIterable<Uint8Array> {
    const encoder = new TextEncoder();
    const [first, ...more] = this.#formats;
    const from = more.length === 0 ? (first ?? null) : [...this.#formats];
    const { input, to, out, others, pack = null } = this.#about;
    const head = Object.entries({ from, to, input, out, others, pack, counts: this.counts })
      .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
      .join("");
    yield encoder.encode(`{\n${head}  "patients": `);
    yield* this.#patients.json();
    yield encoder.encode(',\n  "issues": ');
    yield* this.#issues.json();
    yield encoder.encode(',\n  "losses": ');
    yield* this.#losses.json();
    yield encoder.encode("\n}\n");
  }

  /** The report as an artefact, to be written like one. */
  artefact(): Artefact {
    return {
      parts: [{ name: "report.json", mediaType: "application/json", open: () => this.json() }],
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const spool of [this.#issues, this.#losses, this.#patients])
      await spool[Symbol.asyncDispose]();
  }
}

/** The section and place of the entry a path leads into. */
function entryOf(path: string): string {
  return path.split("/").slice(0, 3).join("/");
}
