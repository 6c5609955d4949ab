import { fixed, required, participation } from "../table/attribute-spec.ts";
import { one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ce, pq } from "../data-types/coded.ts";
import { ts } from "../data-types/simple.ts";
import { entityDeterminers } from "../vocabulary/participation-types.ts";

const materialTable = hl7Class(
  "Material",
  { classCode: fixed("MMAT"), determinerCode: required(entityDeterminers) },
  { code: one(ce), quantity: optional(pq), expirationTime: optional(ts) },
);
/** A medicine or appliance. */
export interface Material extends Infer<typeof materialTable> {}
const material: WireType<Material> = materialTable;

const manufacturedTable = hl7Class(
  "ManufacturedProduct",
  { classCode: fixed("MANU") },
  { manufacturedMaterial: one(material) },
);
/** A manufactured product. */
export interface ManufacturedProduct extends Infer<typeof manufacturedTable> {}
const manufacturedProduct: WireType<ManufacturedProduct> = manufacturedTable;

const consumableTable = hl7Class(
  "Consumable",
  { typeCode: participation("CSM") },
  { manufacturedProduct: one(manufacturedProduct) },
);
/** What is taken or supplied (HL7's classes Consumable and Product, which are alike). */
export interface Consumable extends Infer<typeof consumableTable> {}
export const consumable: WireType<Consumable> = consumableTable;
