import { fixed, instance, participation } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ivlTs, st } from "../data-types/coded.ts";
import { ii } from "../data-types/simple.ts";

const materialTable = hl7Class(
  "SpecimenMaterial",
  { classCode: fixed("MAT"), determinerCode: instance },
  { desc: one(st) },
);
/** What a specimen is. */
export interface SpecimenMaterial extends Infer<typeof materialTable> {}
const specimenMaterial: WireType<SpecimenMaterial> = materialTable;

const roleTable = hl7Class(
  "SpecimenRole",
  { classCode: fixed("SPEC") },
  {
    id: many(ii, 1, 2),
    effectiveTime: optional(ivlTs),
    specimenSpecimenMaterial: one(specimenMaterial),
  },
);
/** A specimen: its ids, when it was taken, what it is. */
export interface SpecimenRole extends Infer<typeof roleTable> {}
const specimenRole: WireType<SpecimenRole> = roleTable;

const specimenTable = hl7Class(
  "Specimen",
  { typeCode: participation("SPC") },
  { specimenRole: one(specimenRole) },
);
/** The specimen that was examined (HL7's classes Specimen and Specimen03, which are alike). */
export interface Specimen extends Infer<typeof specimenTable> {}
export const specimen: WireType<Specimen> = specimenTable;
