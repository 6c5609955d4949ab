import { chooseCoding, codeMappedLine, labelOf } from "@gp2gp/core";
import type {
  AnyEntry,
  Authorisation,
  Coded,
  EntryOf,
  MedicationIssue,
  Participant,
} from "@gp2gp/core";
import { drugTargets, writeDrugCode } from "../../codecs/drug-code.ts";
import { writePlainDate } from "../../codecs/emis-date.ts";
import { courseStates, prescriptionTypes } from "../../codecs/value-tables.ts";
import { medicationFields } from "../../wire/medication-types.ts";
import type { WireDrug, WireMedication } from "../../wire/medication-types.ts";
import { chooseSlots } from "../../writing/choose-slots.ts";
import type { Slot } from "../../writing/choose-slots.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import { holdsAll } from "../../writing/holds-all.ts";
import { partName } from "../../writing/writing.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeProblemLinks } from "../coded-items/write-links.ts";
import { personSlot, writeAuthor, writePeople } from "../coded-items/write-participants.ts";
import { representationOf } from "./read-drug.ts";
import { privatePrescription } from "./read-medication.ts";

type SupplyWork = EntryWork<"authorisations"> | EntryWork<"issues">;

export interface SupplyWritten {
  readonly wire: WireMedication;
  readonly people: { readonly [Name in string]?: object | string };
  readonly comment: string | undefined;
  /** The text, written last: it carries what nothing else held. */
  readonly text: () => string | undefined;
}

/** What a course and an issue both say. */
export function writeSupply(
  work: SupplyWork,
  slots: readonly Slot<Participant, string>[],
  writing: Writing,
): SupplyWritten {
  const { facts } = work;
  const entry: Authorisation | MedicationIssue = work.entry;
  const people = writePeople(
    work,
    [...slots, personSlot("enteredBy", "entered-by", writing)],
    writing,
  );
  const texts = writeTexts(work);
  if (entry.statement === entry.id) facts.take("statement");
  const [dosage] = entry.dosages;
  if (dosage !== undefined) facts.take("dosages", 0);
  const { effective } = entry;
  const start = effective?.kind === "period" ? effective.start : undefined;
  const written = start === undefined ? undefined : writePlainDate(start);
  if (written) {
    facts.take("effective", "kind");
    if (written.exact) facts.take("effective", "start");
  }
  const isPrivate = JSON.stringify(entry.type) === JSON.stringify(privatePrescription);
  if (isPrivate) facts.take("type");
  const wire: WireMedication = {
    ...writing.head(work),
    OriginalAuthor: writeAuthor(work, people["enteredBy"]),
    AssignedDate: written?.text,
    Dosage: dosage,
    ...writeQuantity(work),
    Drug: writeDrug(work, writing),
    PharmacyText: texts.pharmacy,
    Advice: texts.instruction,
    ProblemLinkList: writeProblemLinks(entry.id, writing),
    ServiceType: isPrivate ? "X" : undefined,
    PolicyId: writing.policies.refer(work),
  };
  return { wire, people, comment: texts.comment, text: () => writing.text(work, texts.note) };
}

type TextSlot = "note" | "pharmacy" | "instruction" | "comment";

function writeTexts(work: SupplyWork): { readonly [Name in TextSlot]?: string } {
  const roles: readonly TextSlot[] =
    work.section === "issues"
      ? ["note", "pharmacy", "instruction", "comment"]
      : ["note", "pharmacy", "instruction"];
  const filled = chooseSlots(
    (work.entry as AnyEntry).texts,
    roles.map((name) => ({ name, fits: ({ role }) => role === name })),
  );
  const texts: { [Name in TextSlot]?: string } = {};
  for (const name of roles) {
    const found = filled[name];
    if (!found) continue;
    work.facts.take("texts", found.index, "text");
    work.facts.take("texts", found.index, "role");
    texts[name] = found.item.text;
  }
  return texts;
}

function writeQuantity({ entry, facts }: SupplyWork): WireMedication {
  const { quantity, quantityText } = entry;
  const value = quantity?.value;
  if (value !== undefined) {
    facts.take("quantity", "value");
    facts.take("quantity", "unit");
  }
  const derived = representationOf(value, value === undefined ? undefined : quantity?.unit);
  // Words that say no more than number and unit would not come back as words.
  if (quantityText !== undefined && quantityText !== derived) facts.take("quantityText");
  const representation = quantityText ?? derived;
  return {
    Quantity: value,
    QuantityUnits: value === undefined ? undefined : quantity?.unit,
    QuantityRepresentation: representation === "" ? undefined : representation,
  };
}

/** Whether the element of a constituent holds all of it: what is left of one cannot be told from another. */
function isHeld({ ingredient }: { readonly ingredient: Coded }): boolean {
  return holdsAll(ingredient, writeDrugCode(ingredient).taken);
}

/** A mixture by its constituents, any other drug by its codes and one term. */
function writeDrug(work: SupplyWork, writing: Writing): WireDrug {
  const entry = work.entry as EntryOf<"authorisations"> | EntryOf<"issues">;
  const { facts } = work;
  const { concept, strengths = [] } = entry;
  if (strengths.length > 0 && (concept?.codings.length ?? 0) === 0 && strengths.every(isHeld)) {
    if (concept?.text !== undefined) facts.take("concept", "text");
    return {
      Mixture: {
        LocalMixture: {},
        MixtureName: concept?.text ?? "",
        Constituents: strengths.map(({ ingredient, strength }, at) => {
          const written = writeDrugCode(ingredient);
          for (const path of written.taken) facts.take("strengths", at, "ingredient", ...path);
          facts.take("strengths", at, "strength");
          return { PreparationID: written.wire, StrengthQuantity: strength };
        }),
      },
    };
  }
  if (!concept) return {};
  const written = writeDrugCode(concept);
  const [from] = concept.codings;
  if (written.unknown && from) {
    const mapped = writeMappedDrug(work, concept, writing);
    if (mapped) return mapped;
    const carriedAs = { part: partName, as: "text" } as const;
    writing.lose(work, { type: "degraded", reason: "no-code-map", from, carriedAs }, ["concept"]);
  }
  for (const path of written.taken) facts.take("concept", ...path);
  return { PreparationID: written.wire };
}

/** A drug by the code a map finds, under the name it was prescribed by; its own codes are carried. */
function writeMappedDrug(work: SupplyWork, concept: Coded, writing: Writing): WireDrug | undefined {
  const chosen = chooseCoding(concept, {
    targets: drugTargets,
    kind: "medication",
    terminology: writing.context.terminology,
  });
  if (chosen.by !== "map") return undefined;
  const { coding } = chosen;
  const from = concept.codings[chosen.from ?? 0];
  writing.lose(
    work,
    {
      type: "translated",
      reason: "code-translated",
      carriedAs: { part: partName, as: "translation" },
      ...(from && { from }),
      to: coding,
      assured: coding.map?.assured ?? "unknown",
    },
    ["concept"],
  );
  writing.mark(work, codeMappedLine(coding.map));
  const { display: _, ...code } = coding;
  const Term = labelOf(concept);
  return { PreparationID: { ...writeDrugCode({ codings: [code] }).wire, Term } };
}

/** A course of medication. */
export function writeMedication(
  work: EntryWork<"authorisations">,
  writing: Writing,
): WireMedication {
  const { entry, facts } = work;
  const supply = writeSupply(
    work,
    [personSlot("AuthorisedUserID", "authoriser", writing)],
    writing,
  );
  const { AuthorisedUserID } = supply.people;
  const take = <Value>(
    member: keyof Authorisation,
    value: Value | undefined,
  ): Value | undefined => {
    if (value !== undefined) facts.take(member);
    return value;
  };
  const date = (member: "lastIssued" | "lapses" | "reviewDate"): string | undefined => {
    const at = entry[member];
    const written = at === undefined ? undefined : writePlainDate(at);
    if (written?.exact) facts.take(member);
    return written?.text;
  };
  const number = (member: "repeatNumber" | "issued" | "issueDurationDays"): string | undefined => {
    const text = entry[member];
    const fits = text !== undefined && /^[+-]?\d+$/.test(text);
    return take(
      member,
      fits && !(member === "issueDurationDays" && /^0*$/.test(text)) ? text : undefined,
    );
  };
  const batch = entry.kind === "repeat-dispensing" && supply.wire.ServiceType === undefined;
  const kind = batch ? "repeat" : entry.kind;
  const PrescriptionType = prescriptionTypes.write(kind);
  if (PrescriptionType !== undefined || kind === "unspecified") facts.take("kind");
  const wire: WireMedication = {
    ...supply.wire,
    AuthorisedUserID: typeof AuthorisedUserID === "object" ? AuthorisedUserID : undefined,
    DateLastIssue: date("lastIssued"),
    DateRxExpire: date("lapses"),
    Duration: number("issueDurationDays"),
    PrescriptionType,
    RxReviewDate: date("reviewDate"),
    AuthorisedIssue: number("repeatNumber"),
    IssueCount: number("issued"),
    Status: take("state", courseStates.write(entry.state)),
    ...(batch && { ServiceType: "A" }),
  };
  return writing.finish(medicationFields, { ...wire, RxText: supply.text() }, work);
}
