import { entrySections } from "@gp2gp/core";
import type { AnyEntry, EntrySection, PatientRecord } from "@gp2gp/core";
import { dialects } from "../codes/sample-codes.ts";
import type { Dialect } from "../codes/sample-codes.ts";
import { Random } from "../values/random.ts";
import { dayOfDate, yearsAfter } from "./calendar.ts";
import { Life } from "./life.ts";
import { adulthood } from "./story/adulthood.ts";
import { asthma } from "./story/asthma.ts";
import { childhood } from "./story/childhood.ts";
import { ending } from "./story/ending.ts";
import type { Episode } from "./story/episode.ts";
import { longTermConditions } from "./story/long-term-conditions.ts";
import { paperwork } from "./story/paperwork.ts";
import { rareCases } from "./story/rare-cases.ts";
import { routine } from "./story/routine.ts";

export interface GenerateRecordOptions {
  /** Same seed and options, same record. */
  readonly seed: string | number;
  /** How many years the record spans, from birth: 72 unless told, 0 to 110. */
  readonly years?: number;
  /**
   * About how many consultations, which sets the size: an EHR Extract takes some 4 KB for each. Without
   * it, the story and two routine consultations a year.
   */
  readonly consultations?: number;
  /** The sections to fill; the others stay empty, and nothing stands within what is left out. */
  readonly sections?: readonly EntrySection[];
  /** How the patient's system states codes: of a supplier, by the seed unless told. */
  readonly dialect?: Dialect;
  readonly sex?: "female" | "male";
  /** Whether the life has ended by the end of the record: true unless told. */
  readonly deceased?: boolean;
  /** Whether the rare cases are told (headings six deep, orphan issues, redaction, odd text …): true unless told. */
  readonly rareCases?: boolean;
}

/**
 * A patient's whole GP record, made up from a seed and readable as a story: birth, immunisations,
 * asthma, a drug reaction, a pregnancy or a bad back, high blood pressure, diabetes with yearly
 * reviews, letters, repeat medication, death. Every section is filled and every rare case of the
 * record occurs. NHS numbers are of the range nobody is given; names say that nobody is meant. Time
 * and memory are linear in the number of consultations.
 */
export function generateRecord(options: GenerateRecordOptions): PatientRecord {
  const { seed, years = 72, deceased = true, sections } = options;
  if (!(years >= 0 && years <= 110)) throw new RangeError("years must be from 0 to 110");
  const random = new Random(`${String(seed)}/person`);
  const born = dayOfDate("1925-01-01") + random.whole(0, 365 * 25);
  const life = new Life({
    seed: String(seed),
    born,
    died: yearsAfter(born, years),
    sex: options.sex ?? random.pick(["female", "male"]),
    dialect: options.dialect ?? random.pick(dialects),
  });
  paperwork(life, deceased);
  for (const episode of episodesOf(life, options)) episode.tell(life);
  const record = life.told();
  return sections ? only(record, new Set(sections)) : record;
}

/** What happens, in order of time: the story, cut to the most needed or filled up with routine. */
function episodesOf(life: Life, options: GenerateRecordOptions): Episode[] {
  const { consultations, deceased = true, years = 72 } = options;
  const story = [
    ...childhood(life),
    ...asthma(life),
    ...adulthood(life),
    ...longTermConditions(life),
    ...((options.rareCases ?? true) ? rareCases(life) : []),
    ...(deceased ? ending(life) : []),
  ].filter(({ day }) => day <= life.died);
  const count = consultations ?? story.length + 2 * Math.ceil(years);
  const told = story.toSorted((a, b) => a.rank - b.rank).slice(0, Math.max(0, count));
  told.push(...routine(life, Math.max(0, count - told.length)));
  return told.toSorted((a, b) => a.day - b.day);
}

function only(record: PatientRecord, wanted: ReadonlySet<EntrySection>): PatientRecord {
  const kept = new Set(
    entrySections.flatMap((section) =>
      wanted.has(section) ? record[section].map(({ id }) => id) : [],
    ),
  );
  const filtered = Object.fromEntries(
    entrySections.map((section) => [
      section,
      wanted.has(section) ? record[section].map((entry) => detached(entry, kept)) : [],
    ]),
  );
  return { ...record, ...filtered, residue: [] };
}

/** The entry without its place in what is left out. */
function detached(entry: AnyEntry, kept: ReadonlySet<string>): AnyEntry {
  const { consultation, within, ...rest } = entry;
  return {
    ...rest,
    ...(consultation !== undefined && kept.has(consultation) && { consultation }),
    ...(within !== undefined && kept.has(within) && { within }),
  } as AnyEntry;
}
