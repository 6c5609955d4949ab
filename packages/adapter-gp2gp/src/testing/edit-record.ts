import type { Random } from "@gp2gp/adapter-testkit";
import { entrySections, sectionSchemas } from "@gp2gp/core";
import type { AnyEntry, Coded, EntrySection, PatientRecord } from "@gp2gp/core";

type Sections = { [Section in EntrySection]: AnyEntry[] };
type Members = Record<string, unknown>;

export const notForPatient: Coded = {
  codings: [{ system: "urn:oid:2.16.840.1.113883.4.642.3.47", code: "NOPAT", asserted: "source" }],
};

/** What somebody may do to an entry of a record; others are of its section. Undefined takes it out. */
type Edit = (entry: AnyEntry, others: readonly AnyEntry[], random: Random) => unknown;

const fixed = new Set(["id", "order", "source", "supplierData", "statement"]);

const edits: Readonly<Record<string, Edit>> = {
  "a member taken away": (entry, _others, random) => {
    const { [memberOf(entry, random)]: _gone, ...rest } = entry as unknown as Members;
    return rest;
  },
  "a member of another": (entry, others, random) => {
    const other = pick(others, random);
    const member = memberOf(other, random);
    return { ...entry, [member]: (other as unknown as Members)[member] };
  },
  "other words": (entry) => withOtherWords(entry),
  "no words": (entry) => ({ ...entry, texts: [] }),
  "more words": (entry) => ({
    ...entry,
    texts: [...entry.texts, { text: "Added by the practice", role: "note" }],
  }),
  "other codes": (entry) => ({
    ...entry,
    concept: {
      codings: [{ system: "snomed", code: "73211009", display: "Diabetes", asserted: "source" }],
    },
  }),
  "out of its consultation": ({ consultation: _c, within: _w, ...entry }) => entry,
  confidential: (entry) => ({ ...entry, confidentiality: [notForPatient] }),
  "nothing of its source": ({ supplierData: _data, ...entry }) => entry,
  "taken out": () => undefined,
};

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random.whole(0, items.length - 1)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

const memberOf = (entry: AnyEntry, random: Random): string =>
  pick(
    Object.keys(entry).filter((key) => !fixed.has(key)),
    random,
  );

function withOtherWords(value: unknown): unknown {
  if (typeof value === "string")
    return value.replace(/\p{L}{3} \p{L}{3}/u, (found) => `${found} -`);
  if (Array.isArray(value)) return value.map(withOtherWords);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fixed.has(key) ? item : withOtherWords(item)]),
  );
}

export interface EditedRecord {
  readonly record: PatientRecord;
  readonly done: readonly string[];
}

/** A record with so many edits that leave it valid. */
export function editRecord(record: PatientRecord, count: number, random: Random): EditedRecord {
  const sections: Partial<Sections> = {};
  for (const section of entrySections) sections[section] = [...record[section]];
  const filled = entrySections.filter((section) => record[section].length > 0);
  const done: string[] = [];
  for (let at = 0; at < count; at++) {
    const section = pick(filled, random);
    const entries = sections[section] ?? [];
    const index = random.whole(0, entries.length - 1);
    const entry = entries[index];
    if (!entry) continue;
    const [name, edit] = pick(Object.entries(edits), random);
    const edited = edit(entry, record[section], random);
    if (edited === undefined) entries.splice(index, 1);
    else {
      const parsed = sectionSchemas[section].safeParse(edited);
      if (!parsed.success) continue;
      entries[index] = parsed.data as AnyEntry;
    }
    done.push(`${section}/${index}: ${name}`);
  }
  return { record: { ...record, ...sections } as PatientRecord, done };
}
