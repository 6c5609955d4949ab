import type { Authorisation, EntryOf, EntryText, Participant, Quantity } from "@gp2gp/core";
import { roleCoded } from "@gp2gp/core";
import type {
  Authorise,
  CS,
  Discontinue,
  Dispense,
  MedicationRef,
  MedicationStatement,
  PQ,
  Prescribe,
} from "@gp2gp/hl7v3";
import { readCoded } from "../../values/coded.ts";
import { readDateTime } from "../../values/date-time.ts";
import { readEffective } from "../../values/effective.ts";
import { readQuantity } from "../../values/quantity.ts";
import { readText } from "../../values/text.ts";
import { readSlot } from "../shared/carried-slot.ts";
import type { SlotText } from "../shared/carried-slot.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { ownIdOf, readHead } from "../shared/statement-head.ts";
import { isPastStatus, readStatedStatus, readStatus } from "../shared/status.ts";
import { statementSeed } from "./supply-kinds.ts";
import type { SupplySection } from "./supply-kinds.ts";
import { shownDate } from "../../values/times.ts";

type Shared = Omit<EntryOf<"dispenses">, "supply">;
type WireSupply = Authorise | Prescribe | Dispense | Discontinue;

/** The supplies of a medication statement, each an entry with the facts of the statement they share. */
export function readMedication(
  statement: MedicationStatement,
  scope: ReadScope,
): Reading<SupplySection>[] {
  const shared = readShared(statement, scope);
  const readings = (statement.component ?? []).flatMap(({ supply }) =>
    supply ? readSupply(supply, shared, scope) : [],
  );
  if (readings.length > 0) return readings;
  // A statement without a supply says what is taken and how, and nothing of how it is supplied.
  return [{ section: "authorisations", entry: { ...shared, kind: "unspecified" } }];
}

function readShared(statement: MedicationStatement, scope: ReadScope): Shared {
  const [consumable] = statement.consumable ?? [];
  const material = consumable?.manufacturedProduct?.manufacturedMaterial;
  const head = readHead([statement.id], material?.code, statement, scope);
  const expires = readDateTime(material?.expirationTime?.value);
  const quantity = readSupplied(material?.quantity);
  return {
    ...head,
    statement: head.id,
    dosages: (statement.pertinentInformation ?? []).flatMap(
      ({ pertinentMedicationDosage }) => readText(pertinentMedicationDosage?.text) ?? [],
    ),
    ...quantity,
    ...(expires !== undefined && { expires }),
  };
}

/** An amount; where it has only words, those. */
function readSupplied(quantity: PQ | undefined): {
  readonly quantity?: Quantity;
  readonly quantityText?: string;
} {
  if (quantity?.value === undefined && quantity?.nullFlavor === "UNK") {
    const [translation] = quantity.translation ?? [];
    const words = readText(translation?.originalText);
    return words === undefined ? {} : { quantityText: words };
  }
  const read = readQuantity(quantity);
  return read ? { quantity: read } : {};
}

type SupplyChoice = NonNullable<NonNullable<MedicationStatement["component"]>[number]["supply"]>;

function readSupply(
  supply: SupplyChoice,
  shared: Shared,
  scope: ReadScope,
): Reading<SupplySection> {
  switch (supply.kind) {
    case "ehrSupplyAuthorise":
      return readAuthorise(supply, shared, scope);
    case "ehrSupplyPrescribe": {
      const { entry, carried } = readBase(supply, shared, "authoriser", scope);
      const course = readCourse(supply.inFulfillmentOf?.priorMedicationRef, scope);
      const type = readCoded(supply.code);
      return {
        section: "issues",
        entry: {
          ...withSupply(entry, supply, false),
          ...readSupplied(supply.quantity),
          ...(course && { course }),
          ...(type && { type }),
        },
        carried,
      };
    }
    case "ehrSupplyDispense": {
      const { entry, carried } = readBase(supply, shared, "performer", scope);
      const course = readCourse(supply.inFulfillmentOf?.priorMedicationRef, scope);
      const type = readCoded(supply.code);
      return {
        section: "dispenses",
        entry: {
          ...withSupply(entry, supply, false),
          ...readSupplied(supply.quantity),
          ...(course && { course }),
          ...(type && { type }),
        },
        carried,
      };
    }
    case "ehrSupplyDiscontinue": {
      const { entry, carried } = readBase(supply, shared, "performer", scope);
      const reason = readCoded(supply.code);
      const reverses = (supply.reversalOf ?? []).flatMap(
        ({ priorMedicationRef }) => courseId(priorMedicationRef, scope) ?? [],
      );
      return {
        section: "discontinuations",
        entry: { ...withSupply(entry, supply, false), ...(reason && { reason }), reverses },
        carried,
      };
    }
  }
}

function readAuthorise(
  supply: Authorise,
  shared: Shared,
  scope: ReadScope,
): Reading<"authorisations"> {
  const { entry, carried } = readBase(supply, shared, "authoriser", scope);
  const type = readCoded(supply.code);
  const predecessors = (supply.predecessor ?? []).flatMap(
    ({ priorMedicationRef }) => courseId(priorMedicationRef, scope) ?? [],
  );
  return {
    section: "authorisations",
    entry: {
      ...withSupply(entry, supply, true),
      ...readSupplied(supply.quantity),
      ...(type && { type }),
      ...readRepeats(supply),
      ...readState(supply.statusCode),
      ...(predecessors.length > 0 && { predecessors }),
    },
    carried,
  };
}

/** An active authorisation is a current one; a complete one is past only where the record it is of said so (`pastStatus`). */
function readState(status: CS | undefined): Pick<Authorisation, "state"> {
  if (status?.code === "ACTIVE") return { state: "current" };
  return isPastStatus(status) ? { state: "past" } : {};
}

/** No repeats are an acute course; a number of them, or an unknown number, a repeat one. */
function readRepeats({ repeatNumber }: Authorise): Pick<Authorisation, "kind" | "repeatNumber"> {
  const value = repeatNumber?.value;
  if (value === undefined || value === "")
    return { kind: repeatNumber?.nullFlavor === "UNK" ? "repeat" : "unspecified" };
  return Number(value) === 0
    ? { kind: "acute", ...(value !== "0" && { repeatNumber: value }) }
    : { kind: "repeat", repeatNumber: value };
}

function readBase(
  supply: WireSupply,
  shared: Shared,
  performerRole: "authoriser" | "performer",
  scope: ReadScope,
): { readonly entry: Shared; readonly carried: SlotText["carried"] } {
  const own = ownIdOf(supply.id);
  const id = own === "" ? shared.id : own;
  const texts: EntryText[] = [];
  let carried: SlotText["carried"];
  for (const { pertinentSupplyAnnotation } of supply.pertinentInformation ?? []) {
    const slot = readSlot(pertinentSupplyAnnotation?.text);
    carried = slot.carried ?? carried;
    if (slot.text !== undefined) texts.push({ text: slot.text, role: "note" });
  }
  const derived = id !== shared.id && shared.statement === scope.newId(statementSeed(id));
  const performer = supply.performer && readPerformer(supply.performer, performerRole, scope);
  return {
    entry: {
      ...shared,
      id,
      statement: derived ? id : shared.statement,
      texts,
      participants: performer ? [...shared.participants, performer] : shared.participants,
    },
    carried,
  };
}

function readPerformer(
  performer: NonNullable<WireSupply["performer"]>,
  role: "authoriser" | "performer",
  scope: ReadScope,
): Participant {
  const agent = scope.agentId(performer.agentRef?.id);
  const start = readDateTime(performer.time?.value);
  return {
    role: roleCoded(role),
    ...(agent !== undefined && { agent }),
    ...(start !== undefined && { time: { start } }),
  };
}

/** What a supply states apart from its statement. */
function withSupply<Entry extends Shared>(
  entry: Entry,
  supply: WireSupply,
  authorise: boolean,
): Entry & Pick<EntryOf<"dispenses">, "supply"> {
  const { statusCode } = supply;
  const isState = statusCode?.code === "ACTIVE" || isPastStatus(statusCode);
  const stated = authorise && isState ? undefined : readStatedStatus(statusCode);
  const status = authorise ? stated : readStatus(statusCode);
  const effective = "effectiveTime" in supply ? readEffective(supply.effectiveTime) : undefined;
  const recorded = readDateTime(supply.availabilityTime?.value);
  const product = readCoded(supply.consumable?.manufacturedProduct?.manufacturedMaterial?.code);
  const own = recorded === shownDate(entry) ? undefined : recorded;
  if (!status && !effective && own === undefined && !product) return entry;
  return {
    ...entry,
    supply: {
      ...(status && { status }),
      ...(effective && { effective }),
      ...(own !== undefined && { recorded: own }),
      ...(product && { product }),
    },
  };
}

function courseId(ref: MedicationRef | undefined, scope: ReadScope): string | undefined {
  const id = scope.referenceId(ref?.id);
  return id === undefined ? undefined : (scope.authorisationIn(id) ?? id);
}

function readCourse(ref: MedicationRef | undefined, scope: ReadScope): EntryOf<"issues">["course"] {
  const id = courseId(ref, scope);
  return id === undefined ? undefined : { id, link: "source" };
}
