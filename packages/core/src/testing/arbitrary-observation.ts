import fc from "fast-check";
import type { Coded, Coding } from "../values/coded.ts";
import type { EntryText, Participant } from "../record/entry.ts";
import { participantRoles, roleCoded } from "../record/roles.ts";
import { newEntry } from "../record/new-entry.ts";
import type { Observation } from "../record/observations.ts";

const word = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
const optional = <T>(key: string, arbitrary: fc.Arbitrary<T>) =>
  fc
    .option(arbitrary, { nil: undefined })
    .map((value) => (value === undefined ? {} : { [key]: value }));
const date = fc.constantFrom("1999", "1999-05", "1999-05-12", "1999-05-12T10:30:00+01:00");

const coding: fc.Arbitrary<Coding> = fc
  .tuple(
    fc.constantFrom(
      { system: "ctv3" },
      { system: "snomed" },
      { system: "urn:oid:1.2.3" },
      { system: "read-v2" },
      {},
    ),
    fc.oneof(fc.stringMatching(/^[A-Za-z0-9.]{5,7}$/), word),
    optional("display", word),
    optional("termId", word),
    fc.constantFrom("source" as const, "mapped" as const),
  )
  .map(([system, code, display, termId, asserted]) => ({
    ...system,
    code,
    ...display,
    ...termId,
    asserted,
  }));

const coded: fc.Arbitrary<Coded> = fc
  .tuple(fc.array(coding, { minLength: 1, maxLength: 4 }), optional("text", word))
  .map(([codings, text]) => ({ codings, ...text }));

const quantity = fc
  .tuple(
    fc.constantFrom("1.50", "0", "-7"),
    optional("unit", word),
    optional("comparator", fc.constantFrom("<" as const, ">=" as const)),
  )
  .map(([value, unit, comparator]) => ({ value, ...unit, ...comparator }));

const text: fc.Arbitrary<EntryText> = fc.record({
  text: word,
  role: fc.constantFrom("note" as const, "comment" as const),
});

const role: fc.Arbitrary<Coded> = fc.oneof(
  coded,
  fc.constantFrom(...participantRoles).map(roleCoded),
);

const participant: fc.Arbitrary<Participant> = fc
  .tuple(role, optional("agent", word), optional("time", fc.record({ start: date })))
  .map(([role, agent, time]) => ({ role, ...agent, ...time }));

/** Observations with arbitrary words, codes, participants and values. */
export const arbitraryObservation: fc.Arbitrary<Observation> = fc
  .record({
    id: word,
    concept: coded,
    effective: fc.oneof(
      date.map((at) => ({ kind: "point" as const, at })),
      fc
        .tuple(optional("start", date), optional("end", date))
        .map(([start, end]) => ({ kind: "period" as const, ...start, ...end })),
      fc.constantFrom({ kind: "absent" as const, reason: "ASKU" as const }),
    ),
    identifiers: fc.array(
      fc.record({ system: fc.oneof(word, fc.constant("urn:oid:1.2.3")), value: word }),
      { maxLength: 2 },
    ),
    referenceRanges: fc.array(
      fc.record({ range: fc.record({ low: quantity, high: quantity }, { requiredKeys: ["low"] }) }),
      { maxLength: 2 },
    ),
    texts: fc.array(text, { maxLength: 3 }),
    participants: fc.array(participant, { maxLength: 3 }),
    value: fc.constantFrom(
      { kind: "quantity" as const, quantity: { value: "1.50", unit: "mmol/L" } },
      { kind: "boolean" as const, boolean: false },
      { kind: "text" as const, text: "1999" },
    ),
    abnormal: fc.boolean(),
  })
  .map(({ id, ...facts }) => ({ ...newEntry(id, 0, {}), ...facts }));

/** Some prefixes of fact paths, as a writer would take them. */
export const arbitraryTaken: fc.Arbitrary<(string | number)[][]> = fc.array(
  fc.constantFrom<(string | number)[][]>(
    ["id"],
    ["concept", "codings", 0],
    ["concept", "codings", 1],
    ["concept", "codings", 2, "code"],
    ["concept", "text"],
    ["participants", 0],
    ["participants", 1, "agent"],
    ["participants", 1, "role", "codings", 0],
    ["texts", 0],
    ["value", "quantity", "value"],
    ["effective"],
  ),
  { maxLength: 6 },
);
