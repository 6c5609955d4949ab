import { attribute } from "../table/attribute-spec.ts";
import { many, optional, parts } from "../table/field-spec.ts";
import { dataType, textType, type Infer, type WireType } from "../table/wire-type.ts";
import { ivlTs, textAttributes } from "./coded.ts";
import { ii } from "./simple.ts";

const partTable = (partType: string) =>
  textType("ADXP", { ...textAttributes, partType: attribute("cs", { values: [partType] }) }, {});

/** A part of an address. */
export interface ADXP extends Infer<ReturnType<typeof partTable>> {}
const addressPart = (partType: string): WireType<ADXP> => partTable(partType);

/** A part that the schema gives text and nothing else. */
function plainPart(partType: string): WireType<ADXP> {
  return {
    ...addressPart(partType),
    attributes: { partType: attribute("cs", { values: [partType] }) },
  };
}

const addressParts = {
  delimiter: addressPart("DEL"),
  country: addressPart("CNT"),
  state: addressPart("STA"),
  county: addressPart("CPA"),
  city: addressPart("CTY"),
  postalCode: addressPart("ZIP"),
  streetAddressLine: addressPart("SAL"),
  houseNumber: addressPart("BNR"),
  houseNumberNumeric: addressPart("BNN"),
  direction: addressPart("DIR"),
  streetName: addressPart("STR"),
  streetNameBase: addressPart("STB"),
  streetNameType: addressPart("STTYP"),
  additionalLocator: addressPart("ADL"),
  unitID: addressPart("UNID"),
  unitType: addressPart("UNIT"),
  carrier: addressPart("CAR"),
  censusTract: addressPart("CEN"),
  addressKey: plainPart("ADDRK"),
  desc: plainPart("DESC"),
};

const adTable = dataType(
  "AD",
  {
    use: attribute("cs-set", {
      values: ["PHYS", "PST", "TMP", "BAD", "H", "HP", "HV", "WP", "ABC", "SYL", "IDE"],
    }),
    isNotOrdered: attribute("bl"),
  },
  { parts: parts(addressParts), useablePeriod: many(ivlTs), id: optional(ii) },
);
/** An address: its parts and free texts in source order, when it is for, and what it is for. */
export interface AD extends Infer<typeof adTable> {}
export const ad: WireType<AD> = adTable;
