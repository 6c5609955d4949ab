import type { AnyEntry, PatientRecord } from "@gp2gp/core";
import { entrySections, labelOf } from "@gp2gp/core";
import { policySystem } from "../reading/reading.ts";
import type { WirePolicy } from "../wire/directory-types.ts";
import type { EntryWork } from "./entry-work.ts";

/** The confidentiality policies the record needs: EMIS's own by their number, others by a number that is free. */
export class PolicyBook {
  readonly #policies = new Map<string, WirePolicy>();
  readonly #numbers = new Map<string, string>();
  readonly #used = new Set<string>();

  constructor(record: PatientRecord) {
    for (const section of entrySections) {
      for (const entry of record[section] as readonly AnyEntry[]) {
        for (const { codings } of entry.confidentiality) {
          for (const { system, code } of codings) if (system === policySystem) this.#used.add(code);
        }
      }
    }
  }

  get policies(): readonly WirePolicy[] {
    return [...this.#policies.values()];
  }

  /** The policy an entry is under; what the number alone does not say stays to be carried. */
  refer(work: EntryWork): string | undefined {
    const { confidentiality } = work.entry as AnyEntry;
    const [first] = confidentiality;
    if (!first) return undefined;
    const [coding] = first.codings;
    if (coding?.system === policySystem && /^[+-]?\d+$/.test(coding.code)) {
      if (confidentiality.length === 1) {
        for (const member of ["system", "code", "display", "asserted"])
          work.facts.take("confidentiality", 0, "codings", 0, member);
      }
      this.#add(coding.code, coding.display);
      return coding.code;
    }
    const term = labelOf(first) ?? coding?.code ?? "Restricted";
    const number = this.#numbers.get(term) ?? this.#nextNumber();
    this.#numbers.set(term, number);
    this.#add(number, term);
    return number;
  }

  #nextNumber(): string {
    let number = 1;
    while (this.#used.has(String(number))) number++;
    this.#used.add(String(number));
    return String(number);
  }

  #add(number: string, term: string | undefined): void {
    if (!this.#policies.has(number)) this.#policies.set(number, { RefId: number, Term: term });
  }
}
