import { carriedLines, readCarriedText, withCarriedText } from "@gp2gp/core";
import type {
  Allergy,
  AnyEntry,
  CarriedLine,
  Content,
  Document,
  EntryId,
  EntrySection,
  Link,
  Observation,
} from "@gp2gp/core";
import { nestedComponent, statementComponent } from "@gp2gp/hl7v3";
import type { NestedComponent, Statement } from "@gp2gp/hl7v3";
import { withAllDetails, withFittingDetails } from "../details/fitting-details.ts";
import type { WrittenForm } from "../details/fitting-details.ts";
import { heldFacts, mostHeld, sameFacts } from "../details/held-facts.ts";
import { readStatement } from "../sections/read-statement.ts";
import type { Carry, Reading } from "../sections/shared/scopes.ts";
import { hasSlot, writeStatement } from "../sections/write-statement.ts";
import type { PlacedEntry, StatementToWrite } from "../sections/write-statement.ts";
import { applyCarried, sharedMembers } from "./apply-carried.ts";
import { canRefer } from "./referred-documents.ts";
import { hintOf, idsOf } from "./statement-hint.ts";
import type { Scopes } from "./write-scope.ts";

/** Where a statement stands. */
export interface StatementPlace {
  readonly consultation: EntryId | undefined;
  readonly within: EntryId | undefined;
}

/** The facts of one entry that its statement does not hold, as lines. */
export interface CarriedEntry {
  readonly placed: PlacedEntry;
  readonly lines: readonly CarriedLine[];
  readonly carry: Carry;
  /** Whether the lines stand in the statement; otherwise they are to stand in a note beside it. */
  readonly inStatement: boolean;
}

export interface SettledStatement {
  readonly component: NestedComponent;
  readonly carried: readonly CarriedEntry[];
  /** Documents its references do not hold, which need statements of their own. */
  readonly loose: readonly Document[];
  /** Whether its source said of it what the entry, changed since, no longer allows and no fact says. */
  readonly lostDetails: boolean;
}

/** The component a statement stands in. */
export function componentOf(statement: Statement, nested: boolean): NestedComponent {
  return { typeCode: "COMP", ...(nested && { contextConductionInd: "true" }), statement };
}

/**
 * The statement for its entries, such that reading it gives the entries again: what the source wrote
 * beyond the plain form is put back where it still says what the record says, and what the form does
 * not hold is carried as lines.
 */
export function settleStatement(
  unit: StatementToWrite,
  place: StatementPlace,
  nested: boolean,
  scopes: Scopes,
): SettledStatement {
  const hint = hintOf(unit.entries[0]?.entry);
  const plain = componentOf(writeStatement(unit, scopes.write), nested);
  const whole = { carried: [], loose: [], lostDetails: false };
  if (hint?.component !== undefined) {
    const form = formOf(plain, nested, scopes, (part) => holds(part, unit, place, scopes, []));
    const component = withAllDetails(form, hint.component);
    if (component) return { component, ...whole };
  } else if (holds(plain, unit, place, scopes, [])) return { component: plain, ...whole };
  return settleInPart(unit, place, nested, scopes);
}

/** The statement of entries that it does not hold whole: what is left of them is carried. */
function settleInPart(
  whole: StatementToWrite,
  place: StatementPlace,
  nested: boolean,
  scopes: Scopes,
): SettledStatement {
  const [first] = whole.entries;
  const documents = whole.documents.filter(
    (document) => first && !isContainer(first) && canRefer(document, scopes),
  );
  const loose = whole.documents.filter((document) => !documents.includes(document));
  const unit = { ...whole, documents };
  const hint = hintOf(first?.entry);
  const carried = unit.entries.map((placed) => carryRest(placed, unit, place, scopes));
  const reduced = { ...unit, entries: carried.map(({ written }) => written) };
  const carries = carried.map(({ inStatement, carry, needed }) =>
    needed && inStatement ? carry : undefined,
  );
  const component = componentOf(writeStatement(reduced, scopes.write, carries), nested);
  const needed = carried.filter((one) => one.needed);
  if (!first || hint?.component === undefined)
    return { component, carried: needed, loose, lostDetails: false };
  const form = formOf(component, nested, scopes, (part) =>
    holds(part, unit, place, scopes, needed),
  );
  const { part, anyLost } = withFittingDetails(form, hint.component, first.entry);
  return { component: part, carried: needed, loose, lostDetails: anyLost };
}

const formOf = (
  plain: NestedComponent,
  nested: boolean,
  { write: { version } }: Scopes,
  says: (part: NestedComponent) => boolean,
): WrittenForm<NestedComponent> => ({
  type: nested ? nestedComponent : statementComponent,
  version,
  plain,
  says,
});

interface ReadBack {
  /** The readings of a statement by the entry they are of. */
  readonly readings: ReadonlyMap<EntryId, Reading>;
  readonly documents: readonly Document[];
  readonly links: readonly Link[];
}

type Placeable = { -readonly [Key in "id" | "consultation" | "within"]?: AnyEntry[Key] } & {
  statement?: EntryId | undefined;
  components?: Observation["components"];
};

/** What reading a statement gives, in its place. */
function readBack(
  component: NestedComponent,
  unit: StatementToWrite,
  place: StatementPlace,
  scopes: Scopes,
): ReadBack {
  const { statement } = component;
  const readings = new Map<EntryId, Reading>();
  if (!statement) return { readings, documents: [], links: [] };
  const first = unit.entries[0]?.entry;
  const ids = knownIds(unit);
  const shared = first && "statement" in first ? first.statement : undefined;
  const category = unit.inAllergyCategory ? categoryKind(unit) : undefined;
  const read = readStatement(statement, category, scopes.readBack);
  for (const [at, reading] of read.readings.entries()) {
    // Made for this reading and for nobody else: it can be put into its place as it is.
    const entry: Placeable = reading.entry;
    const known = ids?.[at];
    if (known !== undefined) entry.id = known;
    if (known !== undefined && entry.statement === "") entry.statement = shared;
    if (known !== undefined && entry.components)
      entry.components = withIdsOf(entry.components, unit.entries[at]?.entry);
    if (place.consultation !== undefined) entry.consultation = place.consultation;
    if (place.within !== undefined) entry.within = place.within;
    readings.set(reading.entry.id, reading);
  }
  const documents = read.documents.map(({ entry }) => ({
    ...entry,
    ...(place.consultation !== undefined && { consultation: place.consultation }),
    ...(first && { within: first.id }),
  }));
  return { readings, documents, links: read.links };
}

/** Whether other statements stand in that of an entry. */
export const isContainer = ({ section }: Pick<PlacedEntry, "section">): boolean =>
  section === "testReports" || section === "groups";

/** Readings with the ids that those of an entry have in the same places. */
function withIdsOf(
  components: NonNullable<Observation["components"]>,
  entry: AnyEntry | undefined,
): Observation["components"] {
  const own = entry && "components" in entry ? entry.components : undefined;
  return components.map((component, at) => ({ ...component, id: own?.[at]?.id ?? component.id }));
}

/** The entries of a statement in its order, where it was kept with them and is still theirs. */
function knownIds({ entries }: StatementToWrite): readonly EntryId[] | undefined {
  const ids = idsOf(entries[0]?.entry);
  return ids?.length === entries.length && entries.every(({ entry }, at) => entry.id === ids[at])
    ? ids
    : undefined;
}

function categoryKind({ entries: [first] }: StatementToWrite): Allergy["kind"] | undefined {
  return first?.section === "allergies" ? first.entry.kind : undefined;
}

/** Whether reading a statement gives its entries as the record has them. */
function holds(
  component: NestedComponent,
  unit: StatementToWrite,
  place: StatementPlace,
  scopes: Scopes,
  carried: readonly CarriedEntry[],
): boolean {
  const { readings, documents, links } = readBack(component, unit, place, scopes);
  if (readings.size !== unit.entries.length) return false;
  if (!sameDocuments(unit.documents, documents) || !sameLinks(unit.links, links)) return false;
  return unit.entries.every((placed) => {
    const reading = readings.get(scopes.ids.of(placed.entry.id)) ?? readings.get(placed.entry.id);
    if (!reading) return false;
    const own = carried.find((one) => one.placed.entry === placed.entry);
    if (!own) return reading.section === placed.section && sameFacts(placed.entry, reading.entry);
    const { lines, recordedAs } = own.carry;
    const text = own.inStatement
      ? reading.carried
      : readCarriedText(withCarriedText(undefined, lines, recordedAs));
    const restored = text && applyCarried(reading.section, reading.entry, text);
    return restored?.section === placed.section && sameFacts(placed.entry, restored.entry);
  });
}

/** Documents by position: ids repeated in the source have been given others, and are not compared. */
function sameDocuments(own: readonly Document[], read: readonly Document[]): boolean {
  return (
    own.length === read.length &&
    own.every((document, index) => sameFacts({ ...document, id: "" }, { ...read[index], id: "" }))
  );
}

function sameLinks(own: readonly Link[], read: readonly Link[]): boolean {
  return own.every(({ kind, targets }) =>
    sameFacts({ targets }, { targets: read.find((link) => link.kind === kind)?.targets ?? [] }),
  );
}

interface RestOfEntry extends CarriedEntry {
  readonly written: PlacedEntry;
  readonly needed: boolean;
}

function carryRest(
  placed: PlacedEntry,
  unit: StatementToWrite,
  place: StatementPlace,
  scopes: Scopes,
): RestOfEntry {
  const { written: entry, held } = mostHeld(placed.entry as AnyEntry, (less) =>
    holdOf(placed, less, unit, place, scopes),
  );
  const written = { ...placed, entry } as PlacedEntry;
  const lines = carriedLines(held.facts, (id) => scopes.index.nameOf(id));
  const carry: Carry = {
    lines: lines.map(({ line }) => line),
    ...(held.readAs !== placed.section && { recordedAs: placed.section }),
  };
  return {
    placed,
    written,
    lines,
    carry,
    inStatement: hasSlot(written, scopes.write),
    needed: lines.length > 0 || carry.recordedAs !== undefined,
  };
}

function holdOf(
  placed: PlacedEntry,
  less: AnyEntry,
  unit: StatementToWrite,
  place: StatementPlace,
  scopes: Scopes,
): ReturnType<typeof heldFacts> & { readonly readAs: EntrySection | undefined } {
  const entries = unit.entries.map((one) =>
    one === placed ? ({ ...placed, entry: less } as PlacedEntry) : one,
  );
  const component = componentOf(writeStatement({ ...unit, entries }, scopes.write), false);
  const { readings } = readBack(component, unit, place, scopes);
  const reading = readings.get(scopes.ids.of(placed.entry.id));
  const read = (reading?.entry ?? { id: "" }) as AnyEntry;
  const { content, ...others }: AnyEntry & { readonly content?: Content } =
    reading?.section === placed.section ? read : (sharedMembers(read) as AnyEntry);
  const own = "content" in placed.entry ? placed.entry.content : undefined;
  const base = {
    ...others,
    ...(content && content.state === own?.state && { content }),
  } as AnyEntry;
  return {
    ...heldFacts(placed.section, placed.index, placed.entry, base),
    readAs: reading?.section,
  };
}
