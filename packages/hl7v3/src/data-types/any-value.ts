import type { RawElement, WireNode } from "../table/wire-node.ts";
import type { Infer, WireType } from "../table/wire-type.ts";
import { ad } from "./address.ts";
import { cd, ce, co, cr, cs, cv, ed, ivlPq, ivlTs, pq, pqr, sc, st, tel } from "./coded.ts";
import { en, on, pn, tn } from "./name.ts";
import { rto, rtoQtyQty } from "./ratio.ts";
import { bl, bn, ii, int, ivxbTs, mo, real, sxcmTs, ts, url } from "./simple.ts";

const variants = {
  AD: () => ad,
  BL: () => bl,
  BN: () => bn,
  CD: () => cd,
  CE: () => ce,
  CO: () => co,
  CR: () => cr,
  CS: () => cs,
  CV: () => cv,
  ED: () => ed,
  EN: () => en,
  II: () => ii,
  INT: () => int,
  IVL_PQ: () => ivlPq,
  IVL_TS: () => ivlTs,
  IVXB_TS: () => ivxbTs,
  MO: () => mo,
  ON: () => on,
  PN: () => pn,
  PQ: () => pq,
  PQR: () => pqr,
  REAL: () => real,
  RTO: () => rto,
  RTO_QTY_QTY: () => rtoQtyQty,
  SC: () => sc,
  ST: () => st,
  SXCM_TS: () => sxcmTs,
  TEL: () => tel,
  TN: () => tn,
  TS: () => ts,
  URL: () => url,
};

type Variants = typeof variants;

type KnownValue = {
  [K in keyof Variants]: { readonly dataType: K } & Infer<ReturnType<Variants[K]>>;
}[keyof Variants];

/** A value whose type is missing or not known: everything of it is in `raw`. */
export interface UnknownValue extends WireNode {
  readonly dataType: "unknown";
  readonly raw: RawElement;
}

/** A value of any type: `dataType` says which, as `xsi:type` says it on the wire. */
export type AnyValue = KnownValue | UnknownValue;

export const anyValue: WireType<AnyValue> = {
  category: "data",
  name: "ANY",
  attributes: {},
  fields: {},
  text: false,
  rules: [],
  variants,
};
