import { attribute } from "../table/attribute-spec.ts";
import { dataType, type Infer, type WireType } from "../table/wire-type.ts";
import { rootOrNull, valueOrNull } from "./rules.ts";

const iiTable = dataType(
  "II",
  {
    root: attribute("uid"),
    extension: attribute("st"),
    assigningAuthorityName: attribute("st"),
    displayable: attribute("bl"),
  },
  {},
  [rootOrNull],
);
/** An instance identifier: a UUID or an OID as `root`, and where the root is an OID mostly an `extension`. */
export interface II extends Infer<typeof iiTable> {}
export const ii: WireType<II> = iiTable;

const blTable = dataType("BL", { value: attribute("bl") }, {}, [valueOrNull]);
/** A Boolean: `true` or `false`, as text. */
export interface BL extends Infer<typeof blTable> {}
export const bl: WireType<BL> = blTable;
/** A Boolean that is not null. */
export const bn: WireType<BL> = { ...blTable, name: "BN" };

const intTable = dataType("INT", { value: attribute("int") }, {}, [valueOrNull]);
/** A whole number, as text: `+1` stays `+1`. */
export interface INT extends Infer<typeof intTable> {}
export const int: WireType<INT> = intTable;

const realTable = dataType("REAL", { value: attribute("real") }, {}, [valueOrNull]);
/** A number, as text: `1.50` stays `1.50`. */
export interface REAL extends Infer<typeof realTable> {}
export const real: WireType<REAL> = realTable;

const moTable = dataType("MO", { value: attribute("real"), currency: attribute("cs") }, {}, [
  valueOrNull,
]);
/** An amount of money. */
export interface MO extends Infer<typeof moTable> {}
export const mo: WireType<MO> = moTable;

const urlTable = dataType("URL", { value: attribute("url") }, {}, [valueOrNull]);
/** A locator. */
export interface URLValue extends Infer<typeof urlTable> {}
export const url: WireType<URLValue> = urlTable;

const tsTable = dataType("TS", { value: attribute("ts") }, {}, [valueOrNull]);
/**
 * A point in time as it was written: `YYYY` to `YYYYMMDDHHMMSS.UUUU`, cut off at its precision, with or without a zone.
 * It is never parsed here.
 */
export interface TS extends Infer<typeof tsTable> {}
export const ts: WireType<TS> = tsTable;

const ivxbTable = dataType(
  "IVXB_TS",
  { value: attribute("ts"), inclusive: attribute("bl", { absent: "true" }) },
  {},
  [valueOrNull],
);
/** A bound of an interval of time. `inclusive` means `true` where it is absent. */
export interface IVXB_TS extends Infer<typeof ivxbTable> {}
export const ivxbTs: WireType<IVXB_TS> = ivxbTable;

const operators = ["I", "E", "A", "H", "P"];
/** How an element of a set joins the set: I include, E exclude, A intersect, H hull, P periodic hull. */
export const setOperator = attribute("cs", { absent: "I", values: operators });

const sxcmTable = dataType("SXCM_TS", { value: attribute("ts"), operator: setOperator }, {}, [
  valueOrNull,
]);
/** A point in time as a member of a set. */
export interface SXCM_TS extends Infer<typeof sxcmTable> {}
export const sxcmTs: WireType<SXCM_TS> = sxcmTable;
