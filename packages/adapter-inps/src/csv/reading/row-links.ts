import { newEntry } from "@gp2gp/core";
import type { Link, ProblemLink } from "@gp2gp/core";
import type { Row, RowReading } from "@gp2gp/tabular";
import { readLinks } from "../wire/cells.ts";
import { bareKey } from "../wire/row-keys.ts";
import { subsetOf } from "../wire/subset.ts";

/**
 * LINKS of rows: `E` and the key of an encounter, or the key of a problem in the journal. Problems hold
 * the entries that refer to them; what names neither is a relation of its own.
 */
export class RowLinks {
  readonly #reading: RowReading;
  readonly #encounters: ReadonlySet<string>;
  readonly #problems: ReadonlySet<string>;
  readonly #linked = new Map<string, ProblemLink[]>();

  constructor(reading: RowReading, rows: readonly Row[]) {
    this.#reading = reading;
    const keysOf = (isWanted: (row: Row) => boolean) =>
      new Set(rows.flatMap((row) => (isWanted(row) ? [row.cells["ID"] ?? ""] : [])));
    this.#encounters = keysOf(({ table }) => table === "encounter");
    this.#problems = keysOf((row) => row.table === "journal" && subsetOf(row) === "P");
    for (const row of rows) for (const key of this.#problemsOf(row)) this.#addLink(key, row);
  }

  /** The consultation a row stands in: of several encounters the first. */
  consultationOf(row: Row): string | undefined {
    const [key] = this.#encountersOf(row);
    return key === undefined ? undefined : this.#reading.idOf("encounter", key);
  }

  /** The entries linked to the problem of a row. */
  linkedTo({ cells }: Row): readonly ProblemLink[] {
    return this.#linked.get(cells["ID"] ?? "") ?? [];
  }

  /** Adds what a row refers to beyond its encounter and problems: further encounters, and what is not there. */
  addFurther(row: Row, from: string): void {
    const [, ...encounters] = this.#encountersOf(row);
    const nowhere = readLinks(row.cells["LINKS"]).filter(
      (token) => this.#encounterOf(token) === undefined && !this.#problems.has(token),
    );
    const targets = [
      ...encounters.map((key) => this.#reading.idOf("encounter", key)),
      ...nowhere.map((token) =>
        /^E\d/.test(token)
          ? this.#reading.idOf("encounter", token.slice(1))
          : this.#reading.idOf("journal", bareKey(token)),
      ),
    ];
    if (targets.length === 0) return;
    if (nowhere.length > 0) this.#reading.report("reference-unresolved", { source: row.source });
    const id = this.#reading.idOf(row.table, `${row.cells["ID"]} further links`);
    const link: Link = {
      ...newEntry(id, this.#reading.nextOrder(), row.source),
      kind: "related",
      from,
      targets,
    };
    this.#reading.add("links", link, { rows: [row] });
  }

  #addLink(key: string, row: Row): void {
    const target = this.#reading.idOf(row.table, bareKey(row.cells["ID"] ?? ""));
    const links = this.#linked.get(key);
    if (links) links.push({ target, kind: "associated" });
    else this.#linked.set(key, [{ target, kind: "associated" }]);
  }

  #problemsOf({ cells }: Row): readonly string[] {
    return readLinks(cells["LINKS"]).filter(
      (token) => this.#encounterOf(token) === undefined && this.#problems.has(token),
    );
  }

  #encountersOf({ cells }: Row): readonly string[] {
    return readLinks(cells["LINKS"]).flatMap((token) => this.#encounterOf(token) ?? []);
  }

  #encounterOf(token: string): string | undefined {
    const key = token.startsWith("E") ? token.slice(1) : "";
    return this.#encounters.has(key) ? key : undefined;
  }
}
