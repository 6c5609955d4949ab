import { attribute } from "../table/attribute-spec.ts";
import { one } from "../table/field-spec.ts";
import { dataType, type Infer, type WireType } from "../table/wire-type.ts";

const partTable = dataType("QTY", { value: attribute("st", { absent: "1" }) }, {});
/** A side of a ratio; `1` where its value is absent. The schema gives it no unit: one that is there is kept as an extra. */
export interface RatioPart extends Infer<typeof partTable> {}
const ratioPart: WireType<RatioPart> = partTable;

const rtoTable = dataType("RTO", {}, { numerator: one(ratioPart), denominator: one(ratioPart) });
/** A ratio. */
export interface RTO extends Infer<typeof rtoTable> {}
export const rto: WireType<RTO> = rtoTable;
export const rtoQtyQty: WireType<RTO> = { ...rtoTable, name: "RTO_QTY_QTY" };
