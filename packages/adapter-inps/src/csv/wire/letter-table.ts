import type { Coded } from "@gp2gp/core";

/** A column of single letters or short codes with a meaning, one table for both directions. */
export class LetterTable {
  readonly #system: string;
  readonly #displays: ReadonlyMap<string, string | undefined>;
  readonly #letters: ReadonlyMap<string, string>;

  constructor(
    system: string,
    meanings: readonly (readonly [letter: string, display?: string])[],
    /** Further words, of other systems, that mean the same. */
    synonyms: Readonly<Record<string, string>> = {},
  ) {
    this.#system = system;
    this.#displays = new Map(meanings.map(([letter, display]) => [letter, display]));
    const words = meanings.flatMap(([letter, display]) =>
      display === undefined ? [] : [[display.toLowerCase(), letter] as const],
    );
    this.#letters = new Map([...Object.entries(synonyms), ...words]);
  }

  has(letter: string): boolean {
    return this.#displays.has(letter);
  }

  display(letter: string): string | undefined {
    return this.#displays.get(letter);
  }

  /** A letter off the table is kept as it is, without a meaning. */
  read(letter: string): Coded {
    const display = this.#displays.get(letter);
    return {
      codings: [
        {
          system: this.#system,
          code: letter,
          ...(display !== undefined && { display }),
          asserted: "source",
        },
      ],
    };
  }

  /** The letter of a concept: its own code of this column, else the letter of the words it is known by. */
  write(coded: Coded | undefined): string | undefined {
    const own = coded?.codings.find(({ system }) => system === this.#system)?.code;
    return own ?? this.letterOf(coded?.text ?? coded?.codings[0]?.display);
  }

  letterOf(words: string | undefined): string | undefined {
    return this.#letters.get(words?.toLowerCase() ?? "");
  }
}
