import { readCarriedText, roleCoded } from "@gp2gp/core";
import type {
  CarriedText,
  Coded,
  Effective,
  Entry,
  EntryText,
  Participant,
  Qualifier,
} from "@gp2gp/core";
import { emisSystems } from "../../../shared/emis-systems.ts";
import { readEmisDate, readPlainDate } from "../../codecs/emis-date.ts";
import type { EmisDate } from "../../codecs/emis-date.ts";
import { readIntegerCode } from "../../codecs/integer-code.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireCodedItem } from "../../wire/coded-item-types.ts";
import type { WireAuthor, WireIdent } from "../../wire/ident-types.ts";

import { readConcept } from "./read-concept.ts";

export const qualifierSystem = emisSystems.qualifier;
export const qualifierGroupSystem = emisSystems.qualifierGroup;

/** What a coded entry of EMIS says in every section. `whole` has its text with what it carries still in it. */
export interface CodedItem {
  readonly base: Entry;
  readonly carried: CarriedText;
  readonly whole: Entry;
  readonly qualifiers: readonly Qualifier[];
}

export interface ReadCodedItem {
  readonly kind: string;
  readonly place: Place;
  readonly reading: Reading;
}

export function readCodedItem(
  wire: WireCodedItem,
  { kind, place, reading }: ReadCodedItem,
): CodedItem {
  const id = reading.entryId(wire, kind);
  const carried = readCarriedText(wire.DescriptiveText ?? "");
  const { concept: coded, shown } = readConcept(wire, carried);
  const qualifiers = (wire.QualifierList?.Qualifier ?? []).flatMap(({ QualifierItemID, Group }) => {
    const value = readIntegerCode(QualifierItemID, qualifierSystem);
    const name = readIntegerCode(Group, qualifierGroupSystem);
    return value || name ? [{ ...(name && { name }), ...(value && { value }) }] : [];
  });
  const texts = (note: string): EntryText[] => [
    ...(note === "" ? [] : [{ text: note, role: "note" } as const]),
    ...(shown === undefined ? [] : [{ text: shown, role: "displayed" } as const]),
  ];
  const effective = readEffective(wire, reading);
  const recorded = readRecorded(wire.OriginalAuthor, reading);
  const common = {
    ...reading.base(id, wire, place),
    ...(effective && { effective }),
    ...(recorded !== undefined && { recorded }),
    ...(coded && { concept: coded }),
    participants: readParticipants(wire, reading),
    confidentiality: reading.confidentiality(wire.PolicyID),
  };
  return {
    base: { ...common, texts: texts(carried.text) },
    carried,
    whole: { ...common, texts: texts(wire.DescriptiveText ?? "") },
    qualifiers,
  };
}

/** A concept with qualifiers, which may have nothing but them. */
export function withQualifiers(
  concept: Coded | undefined,
  qualifiers: readonly Qualifier[],
): { readonly concept?: Coded } {
  if (qualifiers.length === 0) return concept ? { concept } : {};
  return { concept: { ...(concept ?? { codings: [] }), qualifiers } };
}

/** The date an entry is assigned to, reported where it cannot be read. */
export function readEffective(
  wire: {
    readonly AssignedDate?: string | undefined;
    readonly DatePart?: string | undefined;
    readonly AssignedTime?: string | undefined;
  },
  reading: Reading,
): Effective | undefined {
  const date: EmisDate = { date: wire.AssignedDate, part: wire.DatePart, time: wire.AssignedTime };
  const read = readEmisDate(date);
  switch (read.state) {
    case "known":
      return { kind: "point", at: read.at };
    case "unknown":
      return { kind: "absent", reason: "UNK" };
    case "missing":
      return undefined;
    case "malformed":
      reading.report("date-malformed", wire, {
        AssignedDate: wire.AssignedDate ?? null,
        AssignedTime: wire.AssignedTime ?? null,
      });
      return undefined;
  }
}

export function readRecorded(wire: WireAuthor | undefined, reading: Reading): string | undefined {
  return readDate(wire?.SystemDate, reading, wire);
}

/** A date in one element, reported where it cannot be read. */
export function readDate(
  text: string | undefined,
  reading: Reading,
  wire: object | undefined,
): string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const at = readPlainDate(text);
  if (at === undefined) reading.report("date-malformed", wire, { date: text });
  return at;
}

interface WithPeople {
  readonly AuthorID?: WireIdent | undefined;
  readonly OriginalAuthor?: WireAuthor | undefined;
  readonly ExternalConsultant?: string | undefined;
}

export function readParticipants(wire: WithPeople, reading: Reading): Participant[] {
  const author = reading.person(wire.AuthorID);
  const enteredBy = reading.person(wire.OriginalAuthor?.User);
  const external = wire.ExternalConsultant ?? "";
  return [
    ...(author === undefined ? [] : [{ role: roleCoded("author"), agent: author }]),
    ...(enteredBy === undefined ? [] : [{ role: roleCoded("entered-by"), agent: enteredBy }]),
    ...(external === ""
      ? []
      : [{ role: roleCoded("performer"), person: { names: [{ text: external }] } }]),
  ];
}
