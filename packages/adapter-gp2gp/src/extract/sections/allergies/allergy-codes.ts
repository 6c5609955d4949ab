import type { Allergy, Coded } from "@gp2gp/core";
import type { CompoundStatement, ObservationStatement } from "@gp2gp/hl7v3";

// gp2gp-messages 1.4: an allergy stands alone in a CATEGORY of one of these codes
const wrappers = [
  { code: "14L..00", kind: "drug", display: "H/O: drug allergy" },
  { code: "SN53.00", kind: "non-drug", display: "Allergy, unspecified" },
] as const;

const drugKinds: ReadonlySet<Allergy["kind"]> = new Set([
  "drug",
  "drug-group",
  "ingredient",
  "drug-and-ingredient",
]);

/** Whether an allergy is to something prescribed. */
const isDrugAllergy = (kind: Allergy["kind"]): boolean => drugKinds.has(kind);

/** The category in which an allergy stands, whatever it is to. */
export function wrapperOf(kind: Allergy["kind"]): Coded {
  const { code, display } = wrappers[isDrugAllergy(kind) ? 0 : 1];
  return { codings: [{ system: "read-v2", code, display, asserted: "source" }] };
}

/** The kind a category code gives, where it is one of those in which allergies stand. */
export function kindOfWrapper(code: CompoundStatement["code"]): Allergy["kind"] | undefined {
  return wrappers.find((wrapper) => wrapper.code === code?.code)?.kind;
}

/** The one observation of an allergy category, where it holds nothing else and says nothing of its own. */
export function wrappedAllergy(compound: CompoundStatement): ObservationStatement | undefined {
  if (kindOfWrapper(compound.code) === undefined || compound.classCode !== "CATEGORY")
    return undefined;
  const [component, more] = compound.component ?? [];
  const statement = component?.statement;
  if (more || statement?.kind !== "ObservationStatement") return undefined;
  const { specimen, informant, Participant, replacementOf, reason, reference, sequelTo } = compound;
  const own = [specimen, informant, Participant, replacementOf, reason, reference, sequelTo];
  if (own.some((list) => list !== undefined && list.length > 0)) return undefined;
  if ((compound.id?.length ?? 0) > 1 || compound.extras || component?.extras) return undefined;
  return canBeAllergy(statement) ? statement : undefined;
}

const codedTypes = new Set(["CD", "CE", "CV", "CO", "CS", "ST", "ED"]);

/** Whether an observation says nothing that an allergy has no place for. */
export function canBeAllergy(statement: ObservationStatement): boolean {
  if (statement.interpretationCode) return false;
  if ((statement.referenceRange?.length ?? 0) > 0) return false;
  return statement.value === undefined || codedTypes.has(statement.value.dataType);
}
