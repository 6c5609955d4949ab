import { attribute } from "../table/attribute-spec.ts";
import { optional, parts } from "../table/field-spec.ts";
import { dataType, textType, type Infer, type WireType } from "../table/wire-type.ts";
import { ivlTs, textAttributes } from "./coded.ts";
import { ii } from "./simple.ts";

const partTable = (partType: string) =>
  textType(
    "ENXP",
    {
      ...textAttributes,
      partType: attribute("cs", { values: [partType] }),
      qualifier: attribute("cs-set", {
        values: ["BR", "SP", "VV", "AC", "PR", "NB", "LS", "CL", "IN"],
      }),
    },
    {},
  );

/** A part of a name. */
export interface ENXP extends Infer<ReturnType<typeof partTable>> {}
const namePart = (partType: string): WireType<ENXP> => partTable(partType);

const delimiter = namePart("DEL");
const prefix = namePart("PFX");
const suffix = namePart("SFX");
const nameParts = {
  delimiter,
  family: namePart("FAM"),
  given: namePart("GIV"),
  prefix,
  suffix,
};

const use = attribute("cs-set", {
  values: [
    "L",
    "A",
    "I",
    "R",
    "ABC",
    "SYL",
    "IDE",
    "PREVIOUS-BIRTH",
    "PREVIOUS-MAIDEN",
    "PREVIOUS-BACHELOR",
    "PREVIOUS",
    "PREFERRED",
  ],
});

const enTable = dataType(
  "EN",
  { use },
  { parts: parts(nameParts), validTime: optional(ivlTs), id: optional(ii) },
);
/** A name: its parts and free texts in source order. A name without structure is one free text. */
export interface EN extends Infer<typeof enTable> {}
export const en: WireType<EN> = enTable;
/** The name of a person. */
export type PN = EN;
export const pn: WireType<PN> = { ...enTable, name: "PN" };

const onTable = dataType(
  "ON",
  { use },
  { parts: parts({ delimiter, prefix, suffix }), validTime: optional(ivlTs) },
);
/** The name of an organisation: mostly one free text. */
export interface ON extends Infer<typeof onTable> {}
export const on: WireType<ON> = onTable;

const tnTable = dataType("TN", { use }, { parts: parts({}), validTime: optional(ivlTs) });
/** A name that is one free text. */
export interface TN extends Infer<typeof tnTable> {}
export const tn: WireType<TN> = tnTable;
