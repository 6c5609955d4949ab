import type { Entry, Identifier } from "@gp2gp/core";

/** From here to the greatest safe integer lie the numbers of rows that came from no extract. */
const firstMade = 2 ** 52;

/** Whether the identifier of a row is one that was made for it when it was written. */
export function isMadeNumber(number: string): boolean {
  const value = Number(number);
  return value >= firstMade && Number.isSafeInteger(value);
}

/** The system of the identifiers of the rows of a table. */
export function rowSystem(table: string): string {
  return `tpp:${table}`;
}

/** The identifier of a row as the record keeps it; none for a number that was made. */
export function rowIdentifiers(table: string, number: string | undefined): Identifier[] {
  return number === undefined || isMadeNumber(number)
    ? []
    : [{ system: rowSystem(table), value: number }];
}

/** A number for a row that came from no extract: always the same for the same seed. */
function madeNumber(newId: (seed: string) => string, seed: string): string {
  const digits = newId(`tpp-sr-csv row ${seed}`).replaceAll("-", "");
  // The thirteenth digit of a UUID is its version.
  return String(firstMade + Number.parseInt(digits.slice(0, 12) + digits.slice(13, 14), 16));
}

/** The numbers of the rows of one record: those its entries came with, else made of their ids, each once in a table. */
export class RowNumbers {
  readonly #newId: (seed: string) => string;
  readonly #known = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(newId: (seed: string) => string) {
    this.#newId = newId;
  }

  /** A number that is always the same for the same seed. */
  make(seed: string): string {
    return madeNumber(this.#newId, seed);
  }

  /** `isShared`: several entries may be of one row, as the profiles of a member of staff are. */
  of(
    table: string,
    { id, identifiers }: Pick<Entry, "id" | "identifiers">,
    isShared = false,
  ): string {
    const place = `${table} ${id}`;
    const known = this.#known.get(place);
    if (known !== undefined) return known;
    const own = identifiers.find(
      ({ system, value, assigner }) =>
        system === rowSystem(table) &&
        assigner === undefined &&
        /^[1-9]\d{0,18}$/.test(value) &&
        !isMadeNumber(value) &&
        (isShared || !this.#taken.has(`${table} ${value}`)),
    );
    let number = own?.value ?? madeNumber(this.#newId, place);
    for (
      let seed = place;
      !own && this.#taken.has(`${table} ${number}`);
      number = madeNumber(this.#newId, seed)
    )
      seed += " again";
    this.#known.set(place, number);
    this.#taken.add(`${table} ${number}`);
    return number;
  }
}
