import { yearsAfter } from "../calendar.ts";
import type { Day } from "../calendar.ts";
import type { Life } from "../life.ts";

/** One consultation to come: the day, how much the story needs it, and what is written down. */
export interface Episode {
  readonly day: Day;
  /** 1 the story falls apart without it, 2 belongs to it, 3 is routine; later ones go first when a record is to be small. */
  readonly rank: 1 | 2 | 3;
  tell(life: Life): void;
}

/** An episode at an age in years, which the patient may not live to. */
export function episodeAt(
  life: Life,
  age: number,
  rank: Episode["rank"],
  tell: (life: Life, day: Day) => void,
): Episode {
  const day = yearsAfter(life.born, age);
  return { day, rank, tell: (told) => tell(told, day) };
}
