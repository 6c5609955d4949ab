import { roleOf } from "@gp2gp/core";
import type { Authorisation, EntryOf, Participant } from "@gp2gp/core";
import type {
  Authorise,
  Consumable,
  INT,
  MedicationRef,
  MedicationStatement,
  PQ,
  SupplyNote,
} from "@gp2gp/hl7v3";
import { writeCoded, writeEquivalents, writeSimpleCode } from "../../values/coded.ts";
import { writeDateTime } from "../../values/date-time.ts";
import { writeEffective } from "../../values/effective.ts";
import { writeQuantity } from "../../values/quantity.ts";
import { writeText } from "../../values/text.ts";
import { writeSlot } from "../shared/carried-slot.ts";
import { writeAgentRef } from "../shared/participants.ts";
import type { Carry, WriteScope } from "../shared/scopes.ts";
import {
  writeConfidentiality,
  writePriority,
  writeStatusOf,
  writeTail,
} from "../shared/statement-head.ts";
import { pastStatus, statusCode } from "../shared/status.ts";
import { sharedStatementSeed, statementSeed, supplyKinds } from "./supply-kinds.ts";
import type { SupplyEntry, SupplySection } from "./supply-kinds.ts";
import { shownDate, writeAvailability, writeTimes } from "../../values/times.ts";

/** One supply of a statement, with what its text is to carry. */
export type SupplyToWrite = {
  [Section in SupplySection]: {
    readonly section: Section;
    readonly entry: EntryOf<Section>;
    readonly carry?: Carry | undefined;
  };
}[SupplySection];

type SupplyComponent = NonNullable<MedicationStatement["component"]>[number];
type SupplyChoice = NonNullable<SupplyComponent["supply"]>;

/** A medication statement with the supplies in it; the first gives what they share. */
export function writeMedication(
  supplies: readonly [SupplyToWrite, ...SupplyToWrite[]],
  scope: WriteScope,
): MedicationStatement {
  const [{ section, entry }] = supplies;
  const id = scope.writtenId(entry.id);
  const statementId =
    entry.statement === entry.id
      ? scope.newId(statementSeed(id))
      : scope.sharesStatement(entry.id)
        ? scope.newId(sharedStatementSeed(id))
        : scope.writtenId(entry.statement);
  const { shared } = splitParticipants(section, entry.participants);
  return {
    classCode: "SBADM",
    moodCode: supplyKinds[section].statementMood,
    id: { root: statementId },
    ...writeStatusOf(entry),
    ...writeTimes(entry),
    ...writePriority(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    consumable: [writeConsumable(entry)],
    component: supplies.map((supply) => ({ typeCode: "COMP", supply: writeSupply(supply, scope) })),
    ...writeDosages(entry.dosages),
    ...writeTail({ participants: shared }, scope),
  };
}

function writeDosages(
  dosages: readonly string[],
): Pick<MedicationStatement, "pertinentInformation"> {
  if (dosages.length === 0) return {};
  return {
    pertinentInformation: dosages.map((dosage) => ({
      typeCode: "PERT",
      pertinentMedicationDosage: {
        classCode: "SBADM",
        moodCode: "RMD",
        text: writeText(dosage) ?? { nullFlavor: "NI" },
      },
    })),
  };
}

function writeConsumable({ concept, expires }: SupplyEntry): Consumable {
  const value = writeDateTime(expires);
  return {
    typeCode: "CSM",
    manufacturedProduct: {
      classCode: "MANU",
      manufacturedMaterial: {
        classCode: "MMAT",
        determinerCode: "KIND",
        code: writeEquivalents(concept),
        ...(value !== undefined && { expirationTime: { value } }),
      },
    },
  };
}

/** The performer of a supply is the last participant with the part it stands for. */
function splitParticipants(
  section: SupplySection,
  participants: readonly Participant[],
): { readonly shared: readonly Participant[]; readonly performer?: Participant } {
  const last = participants.at(-1);
  const shared = sharedParticipants(section, participants);
  return !last || shared === participants || last.agent === undefined || last.person
    ? { shared: participants }
    : { shared, performer: last };
}

/** The participants of a statement, apart from the one of the supply itself. */
export function sharedParticipants(
  section: SupplySection,
  participants: readonly Participant[],
): readonly Participant[] {
  const part = section === "authorisations" || section === "issues" ? "authoriser" : "performer";
  const last = participants.at(-1);
  return last && roleOf(last.role) === part ? participants.slice(0, -1) : participants;
}

function writeSupply({ section, entry, carry }: SupplyToWrite, scope: WriteScope): SupplyChoice {
  const { element, moodCode } = supplyKinds[section];
  const { performer } = splitParticipants(section, entry.participants);
  const time = performer && writeDateTime(performer.time?.start);
  const head = { classCode: "SPLY", moodCode, id: { root: scope.writtenId(entry.id) } };
  const availabilityTime = writeAvailability(entry.supply?.recorded ?? shownDate(entry));
  const status = { statusCode: { code: statusCode(entry.supply?.status) ?? "COMPLETE" } };
  const tail = {
    ...(performer && {
      performer: {
        typeCode: "PRF",
        ...(time !== undefined && { time: { value: time } }),
        agentRef: writeAgentRef(performer.agent, scope),
      },
    }),
    ...writeProduct(entry),
    ...writeNotes(entry, carry),
  };
  switch (section) {
    case "authorisations":
      return {
        kind: "ehrSupplyAuthorise",
        ...head,
        code: writeSimpleCode(entry.type),
        ...writeAuthorisationStatus(entry),
        effectiveTime: writeEffective(entry.supply?.effective),
        availabilityTime,
        ...writeRepeats(entry),
        quantity: writeSupplied(entry),
        ...writePredecessors(entry, scope),
        ...tail,
      };
    case "issues":
    case "dispenses":
      return {
        kind: element === "ehrSupplyDispense" ? element : "ehrSupplyPrescribe",
        ...head,
        code: writeSimpleCode(entry.type),
        ...status,
        availabilityTime,
        quantity: writeSupplied(entry),
        ...(entry.course && {
          inFulfillmentOf: {
            typeCode: "FLFS",
            priorMedicationRef: writeMedicationRef(entry.course.id, scope),
          },
        }),
        ...tail,
      };
    case "discontinuations":
      return {
        kind: "ehrSupplyDiscontinue",
        ...head,
        code: writeCoded(entry.reason),
        ...status,
        availabilityTime,
        ...(entry.reverses.length > 0 && {
          reversalOf: entry.reverses.map((id) => ({
            typeCode: "REV",
            priorMedicationRef: writeMedicationRef(id, scope),
          })),
        }),
        ...tail,
      };
  }
}

/** ACTIVE for a current course, COMPLETE where the record says so or that it is past; unknown otherwise. */
function writeAuthorisationStatus(entry: Authorisation): Pick<Authorise, "statusCode"> {
  if (entry.state === "current") return { statusCode: { code: "ACTIVE" } };
  const code = statusCode(entry.supply?.status);
  if (code !== undefined) return { statusCode: { code } };
  if (entry.state === "past") return { statusCode: pastStatus };
  return { statusCode: { nullFlavor: "UNK" } };
}

function writeRepeats({ kind, repeatNumber }: Authorisation): { readonly repeatNumber?: INT } {
  if (repeatNumber !== undefined && /^[+-]?\d+$/.test(repeatNumber))
    return { repeatNumber: { value: repeatNumber } };
  if (kind === "acute") return { repeatNumber: { value: "0" } };
  return kind === "unspecified" ? {} : { repeatNumber: { nullFlavor: "UNK" } };
}

/** The amount; words alone stand as the original text of an unknown amount. */
function writeSupplied({ quantity, quantityText }: SupplyEntry): PQ {
  if (quantity?.value !== undefined) return writeQuantity(quantity) ?? { nullFlavor: "UNK" };
  const words = writeText(quantityText);
  return { nullFlavor: "UNK", ...(words && { translation: [{ originalText: words }] }) };
}

function writePredecessors(
  { predecessors }: Authorisation,
  scope: WriteScope,
): Pick<Authorise, "predecessor"> {
  if (!predecessors || predecessors.length === 0) return {};
  return {
    predecessor: predecessors.map((id) => ({
      typeCode: "SUCC",
      priorMedicationRef: writeMedicationRef(id, scope),
    })),
  };
}

function writeProduct({ supply }: SupplyEntry): { readonly consumable?: Consumable } {
  if (!supply?.product) return {};
  return {
    consumable: {
      typeCode: "CSM",
      manufacturedProduct: {
        classCode: "MANU",
        manufacturedMaterial: {
          classCode: "MMAT",
          determinerCode: "KIND",
          code: writeEquivalents(supply.product),
        },
      },
    },
  };
}

function writeNotes(
  { texts }: SupplyEntry,
  carry: Carry | undefined,
): { readonly pertinentInformation?: SupplyNote[] } {
  const count = texts.length === 0 && carry ? 1 : texts.length;
  const notes: SupplyNote[] = [];
  for (let index = 0; index < count; index++) {
    const text = writeSlot(texts[index]?.text, index === count - 1 ? carry : undefined);
    if (!text) continue;
    notes.push({
      typeCode: "PERT",
      pertinentSupplyAnnotation: { classCode: "OBS", moodCode: "EVN", text },
    });
  }
  return notes.length > 0 ? { pertinentInformation: notes } : {};
}

/** A reference to the course a supply belongs to. */
function writeMedicationRef(id: string, scope: WriteScope): MedicationRef {
  return {
    classCode: "SBADM",
    moodCode: scope.target(id)?.moodCode ?? "INT",
    id: { root: scope.writtenId(id) },
  };
}
