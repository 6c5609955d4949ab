/** ENTITY of a measurement: the unit a value without one is in, and the Read codes it belongs to. */
interface Entity {
  readonly name: string;
  readonly unit?: string;
  readonly codes: readonly string[];
}

const entities: readonly Entity[] = [
  // Two values: never that of a pressure alone, whose only value would be taken for the systolic.
  { name: "BP", codes: [] },
  { name: "WEIGHT", unit: "kg", codes: ["22A"] },
  { name: "HEIGHT", unit: "m", codes: ["229"] },
  { name: "PULSE", unit: "bpm", codes: ["242"] },
  { name: "SMOKING", unit: "per day", codes: ["137"] },
  { name: "ALCOHOL", unit: "per week", codes: ["136"] },
  { name: "HEADS_CENTI", unit: "cm", codes: [] },
  { name: "WAIST", unit: "cm", codes: ["22N0"] },
];
const byName = new Map(entities.map((entity) => [entity.name, entity]));

/** Whether an entity is that of a measurement. */
export function isMeasured(name: string | undefined): boolean {
  return byName.has(name ?? "");
}

/** The unit of a value that stands without one. */
export function impliedUnit(name: string | undefined): string | undefined {
  return byName.get(name ?? "")?.unit;
}

/** The entity a value is written under: one that implies a unit only where the unit is told. */
export function entityOf(code: string, unit: string | undefined): string | undefined {
  const entity = entities.find(({ codes }) => codes.some((start) => code.startsWith(start)));
  return entity?.unit !== undefined && unit === undefined ? undefined : entity?.name;
}

/** Entities whose rows are documents, and what the record calls them. */
export const documentEntities = [
  ["LETTERS", "Letter"],
  ["ATTACHMENT", undefined],
] as const;
