/*
 * What VALUE1 and VALUE2 of an entry are, by its code: a code that begins so has these values. The
 * chapters are Read v2's, which CTV3 has under the same codes.
 */

/** The meaning of the values of a code. */
export interface SecondValue {
  readonly codes: string;
  /** The first value, where it is a measurement of its own beside the second. */
  readonly first?: Measurement;
  readonly second: Measurement;
}

/** What a value is called. */
export interface Measurement {
  readonly code?: string;
  readonly words: string;
  /** What its numbers stand for. */
  readonly letters?: Readonly<Record<string, string>>;
}

/** The record's name for the numbers of the status of a habit. */
export const habitSystem = "miquest:habit";
const habits = { 0: "Never", 1: "Current", 2: "Ex" } as const;

const secondValues: readonly SecondValue[] = [
  {
    codes: "246",
    first: { code: "2469.", words: "Systolic blood pressure" },
    second: { code: "246A.", words: "Diastolic blood pressure" },
  },
  { codes: "136", second: { words: "Alcohol status", letters: habits } },
  { codes: "137", second: { words: "Smoking status", letters: habits } },
  { codes: "22A", second: { code: "22K..", words: "Body mass index" } },
  { codes: "44B", second: { words: "Weeks pregnant" } },
  { codes: "152", first: { words: "Births" }, second: { words: "Miscarriages" } },
];

/** What a second value is where the code does not tell. */
const unknownSecond: SecondValue = { codes: "", second: { words: "Second value" } };

/** What the values of a code are. */
export function valuesOfCode(code: string | undefined): SecondValue {
  return secondValues.find(({ codes }) => code?.startsWith(codes)) ?? unknownSecond;
}

/*
 * The units values of some codes are in, which no row says: where a record has another, its number would
 * say another amount.
 */
const impliedUnits: readonly (readonly [codes: string, units: readonly string[]])[] = [
  ["22A", ["kg", "kilogram", "kilograms", "kgs"]],
  ["229", ["m", "metre", "metres"]],
  ["22N0", ["cm", "centimetre", "centimetres"]],
  ["242", ["bpm", "/min", "beats/min", "beats per minute"]],
  ["246", ["mmhg", "mm hg", "mm[hg]"]],
  ["136", ["units/week", "u/week", "/week", "per week"]],
  ["137", ["/day", "per day", "cigarettes/day"]],
];

/** Whether a number in a unit is what it would be taken for without it. */
export function isImpliedUnit(code: string | undefined, unit: string | undefined): boolean {
  const units = impliedUnits.find(([codes]) => code?.startsWith(codes))?.[1];
  return units === undefined || unit === undefined || units.includes(unit.trim().toLowerCase());
}
