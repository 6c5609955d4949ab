import { newEntry } from "@gp2gp/core";
import type { CarriedText, Entry, Problem, SourceLocation } from "@gp2gp/core";
import type { XmlElement } from "@gp2gp/xml";
import { memberOf } from "../carried-marks.ts";
import type { ClientReading } from "./client-reading.ts";
import { restoreCarried } from "./restore-carried.ts";
import { severityOfWire } from "../../shared/problem-severity.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";

/** A code that is the header of a problem. */
export interface ProblemHeader {
  readonly severity: string;
  readonly endDate: string | undefined;
  /** Further facts of the problem, which stand in a narrative of the event. */
  readonly carried: CarriedText | undefined;
  readonly narrative: XmlElement | undefined;
  readonly order: number;
}

interface Use {
  readonly uids: readonly string[];
  readonly entry: string;
  /** The consultation the entry stands in. */
  readonly consultation?: string | undefined;
  readonly source: SourceLocation;
  readonly header?: ProblemHeader;
}

/**
 * Problems and what is linked to them. The format refers to problems by uid and nowhere says whose uid
 * one is; here the first uid of a code that is a problem's header is the problem's own, unless a header
 * before it has it.
 */
export class ProblemLinks {
  readonly #reading: ClientReading;
  readonly #uses: Use[] = [];

  constructor(reading: ClientReading) {
    this.#reading = reading;
  }

  /** Tells of the uids that stand in an entry, and of the problem it is the header of. */
  add(use: Use): void {
    if (use.uids.length > 0 || use.header) this.#uses.push(use);
  }

  /** Once everything is read: makes the problems with their links, and links to problems that are not there. */
  resolve(): void {
    const owners = new Map<string, number>();
    const problems: { readonly use: Use; readonly header: ProblemHeader; links: string[] }[] = [];
    const own = new Map<Use, string>();
    for (const use of this.#uses) {
      if (!use.header) continue;
      const [first] = use.uids;
      if (first !== undefined && !owners.has(first)) {
        owners.set(first, problems.length);
        own.set(use, first);
      }
      problems.push({ use, header: use.header, links: [] });
    }
    for (const use of this.#uses) {
      for (const uid of use.uids) {
        if (own.get(use) === uid) continue;
        const owner = owners.get(uid);
        if (owner === undefined) this.#linkToMissing(uid, use);
        else problems[owner]?.links.push(use.entry);
      }
    }
    for (const { use, header, links } of problems)
      this.#addProblem(use, header, own.get(use), links);
  }

  #addProblem(use: Use, header: ProblemHeader, uid: string | undefined, links: string[]): void {
    const { ids } = this.#reading;
    const carriedId = memberOf(header.carried?.facts ?? [], "id");
    const id = typeof carriedId === "string" ? carriedId : ids.problem(use.entry);
    const ownUid = uid !== undefined && uid !== ids.problemUid(id) ? uid : undefined;
    const entry: Problem = {
      ...newEntry(id, header.order, use.source),
      names: use.entry,
      ...(use.consultation !== undefined && { consultation: use.consultation }),
      ...severityOfWire(header.severity),
      activity: header.endDate === undefined ? "active" : "past",
      ...(header.endDate !== undefined && {
        effective: { kind: "period", end: header.endDate } as const,
      }),
      ...(ownUid !== undefined && {
        identifiers: [{ system: tppSystems.problem, value: ownUid }],
      }),
      links: links.map((target) => ({ target, kind: "associated" })),
    };
    const restored =
      header.carried &&
      restoreCarried("problems", entry, header.carried, {
        significance: ["significance", "status"],
      });
    if (header.carried && !restored)
      this.#reading.report("carried-text-unreadable", { source: use.source });
    const home = this.#reading.add("problems", restored ?? entry);
    if (header.narrative) this.#reading.homes.set(header.narrative, home);
  }

  #linkToMissing(uid: string, use: Use): void {
    const { ids, draft } = this.#reading;
    const target = ids.missingProblem(uid);
    const entry: Entry = newEntry(
      ids.missingProblemLink(use.entry, uid),
      draft.links.length,
      use.source,
    );
    const home = this.#reading.add("links", {
      ...entry,
      kind: "related",
      from: use.entry,
      targets: [target],
      identifiers: [{ system: tppSystems.problem, value: uid }],
    });
    this.#reading.report("reference-unresolved", { source: use.source, record: home.path });
  }
}
