import { readCarriedText, roleCoded } from "@gp2gp/core";
import type { CarriedText, EntryText, Participant, ParticipantRole } from "@gp2gp/core";
import { courseStates, prescriptionTypes } from "../../codecs/value-tables.ts";
import { withEmisData } from "../../emis-data.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireIdent } from "../../wire/ident-types.ts";
import type { WireMedication } from "../../wire/medication-types.ts";
import { readDate, readRecorded } from "../coded-items/read-coded-item.ts";
import { readDrug, readQuantity } from "./read-drug.ts";

export interface MedicationRead {
  readonly place: Place;
  readonly form: string;
  readonly reading: Reading;
}

/** What a course and an issue both say. */
export function readSupply(
  wire: WireMedication,
  { kind, about }: { kind: string; about: MedicationRead },
): { readonly supply: SupplyBase; readonly carried: CarriedText; readonly whole: SupplyBase } {
  const { place, reading } = about;
  const id = reading.entryId(wire, kind);
  const carried = readCarriedText(wire.RxText ?? "");
  const recorded = readRecorded(wire.OriginalAuthor, reading);
  const dosage = wire.Dosage ?? "";
  const type = wire.ServiceType === "X" ? privatePrescription : undefined;
  const common = {
    ...reading.base(id, wire, place),
    ...(recorded !== undefined && { recorded }),
    confidentiality: reading.confidentiality(wire.PolicyId),
    ...readDrug(wire.Drug, carried),
    statement: id,
    dosages: dosage === "" ? [] : [dosage],
    ...readQuantity(wire),
    ...(type && { type }),
  };
  const texts = (note: string): EntryText[] => [
    ...textOf(note, "note"),
    ...textOf(wire.PharmacyText, "pharmacy"),
    ...textOf(wire.Advice, "instruction"),
  ];
  return {
    supply: { ...common, texts: texts(carried.text) },
    carried,
    whole: { ...common, texts: texts(wire.RxText ?? "") },
  };
}

type SupplyBase = ReturnType<Reading["base"]> & {
  readonly statement: string;
  readonly dosages: readonly string[];
  readonly texts: readonly EntryText[];
};

/** ServiceType X. */
export const privatePrescription = {
  codings: [
    {
      system: "emis:service-type",
      code: "X",
      display: "Private",
      asserted: "source" as const,
    },
  ],
};

function textOf(text: string | undefined, role: EntryText["role"]): EntryText[] {
  return text === undefined || text === "" ? [] : [{ text, role }];
}

export function participantOf(
  role: ParticipantRole,
  ident: WireIdent | undefined,
  reading: Reading,
): Participant[] {
  const agent = reading.person(ident);
  return agent === undefined ? [] : [{ role: roleCoded(role), agent }];
}

/** A course of medication. */
export function readMedication(wire: WireMedication, about: MedicationRead): string {
  const { reading, form } = about;
  const { supply, carried, whole } = readSupply(wire, { kind: "medication", about });
  const start = readDate(wire.AssignedDate, reading, wire);
  const lastIssued = readDate(wire.DateLastIssue, reading, wire);
  const lapses = readDate(wire.DateRxExpire, reading, wire);
  const reviewDate = readDate(wire.RxReviewDate, reading, wire);
  const kind = prescriptionTypes.read(wire.PrescriptionType);
  const state = courseStates.read(wire.Status);
  const duration = wire.Duration ?? "";
  const facts = {
    participants: [
      ...participantOf("authoriser", wire.AuthorisedUserID, reading),
      ...participantOf("entered-by", wire.OriginalAuthor?.User, reading),
    ],
    ...(start !== undefined && { effective: { kind: "period" as const, start } }),
    kind:
      kind === "repeat" && wire.ServiceType === "A" ? "repeat-dispensing" : (kind ?? "unspecified"),
    ...(state && { state }),
    ...wordsOf("repeatNumber", wire.AuthorisedIssue),
    ...wordsOf("issued", wire.IssueCount),
    ...(lastIssued !== undefined && { lastIssued }),
    ...(lapses !== undefined && { lapses }),
    ...(reviewDate !== undefined && { reviewDate }),
    ...(!/^0*$/.test(duration) && { issueDurationDays: duration }),
  } as const;
  const entry = withEmisData({ ...supply, ...facts }, { form });
  const id = reading.add(
    {
      section: "authorisations",
      entry,
      base: entry,
      carried,
      whole: withEmisData({ ...whole, ...facts }, { form }),
    },
    { form, wire },
  );
  reading.medications.add(wire, id);
  reading.links(wire.ProblemLinkList, reading.problemLinks, id);
  return id;
}

function wordsOf<Name extends string>(
  name: Name,
  text: string | undefined,
): { readonly [Key in Name]?: string } {
  if (text === undefined || text === "") return {};
  return { [name]: text } as { readonly [Key in Name]?: string };
}
