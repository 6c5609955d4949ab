import { attribute, prohibited } from "../table/attribute-spec.ts";
import { forbidden, many, optional } from "../table/field-spec.ts";
import { dataType, textType, type Infer, type WireType } from "../table/wire-type.ts";
import { codeOrNull, intervalBounds, intervalOrNull, valueOrNull } from "./rules.ts";
import { ii, ivxbTs, setOperator, ts } from "./simple.ts";

// The types of this file hold each other (a code has a text, a text a locator, a locator a period, a period a quantity,
// a quantity a code), so they stand together.

const codeAttributes = {
  code: attribute("cs"),
  codeSystem: attribute("uid"),
  codeSystemName: attribute("st"),
  codeSystemVersion: attribute("st"),
  displayName: attribute("st"),
};

const encapsulated = {
  representation: attribute("cs", { absent: "TXT", values: ["B64", "TXT"] }),
  mediaType: attribute("cs", { absent: "text/plain" }),
  language: attribute("cs"),
  compression: attribute("cs", { values: ["DF", "GZ", "ZL", "Z"] }),
  integrityCheck: attribute("bin"),
  integrityCheckAlgorithm: attribute("cs", { absent: "SHA-1", values: ["SHA-1", "SHA-256"] }),
};

/** The attributes of text types, and the parts they all may have. */
export const textAttributes = encapsulated;
/** The child elements of text types. */
const textFields = {
  reference: optional((): WireType<TEL> => tel),
  thumbnail: optional((): WireType<Thumbnail> => thumbnail),
};

const thumbnailTable = dataType("thumbnail", encapsulated, {
  reference: optional((): WireType<TEL> => tel),
});
/** A small picture of what a text holds, by reference: the schema gives it no content of its own. */
export interface Thumbnail extends Infer<typeof thumbnailTable> {}
const thumbnail: WireType<Thumbnail> = thumbnailTable;

const edTable = textType("ED", encapsulated, textFields);
/** Encapsulated data: text with its line breaks (or base64, as `representation` says), or a reference to where it is. */
export interface ED extends Infer<typeof edTable> {}
export const ed: WireType<ED> = edTable;
/** A character string: the parts of `ED`, meant as text. */
export type ST = ED;
export const st: WireType<ST> = { ...edTable, name: "ST" };

const scTable = textType("SC", { ...encapsulated, ...codeAttributes }, textFields);
/** A character string that may have a code. */
export interface SC extends Infer<typeof scTable> {}
export const sc: WireType<SC> = scTable;

const crTable = dataType(
  "CR",
  { ...codeAttributes, inverted: attribute("bl", { absent: "false" }) },
  {
    originalText: optional(ed),
    qualifier: many((): WireType<CR> => cr),
    group: many((): WireType<QualifierGroup> => qualifierGroup),
    translation: many((): WireType<CD> => cd),
    name: optional((): WireType<CV> => cv),
    value: optional((): WireType<CD> => cd),
  },
);
/** A qualifier of a code: what is said (`name`) and which (`value`). `inverted` means `false` where it is absent. */
export interface CR extends Infer<typeof crTable> {}
export const cr: WireType<CR> = crTable;

const qualifierGroupTable = dataType("group", {}, { qualifier: many(cr, 1) });
/** Qualifiers that belong together. */
export interface QualifierGroup extends Infer<typeof qualifierGroupTable> {}
/** The class has no common attributes in the schema. */
const qualifierGroup: WireType<QualifierGroup> = { ...qualifierGroupTable, attributes: {} };

const codeFields = {
  originalText: optional(ed),
  qualifier: many(cr),
  group: many(qualifierGroup),
  translation: many((): WireType<CD> => cd),
};

const cdTable = dataType("CD", codeAttributes, codeFields, [codeOrNull]);
/** A concept: its code, its own words, its qualifiers, and its translations in source order. */
export interface CD extends Infer<typeof cdTable> {}
export const cd: WireType<CD> = cdTable;

/** A concept without qualifiers. What the restriction forbids is kept where it is there, so the type is that of `CD`. */
export type CE = CD;
export const ce: WireType<CE> = {
  ...cdTable,
  name: "CE",
  fields: {
    ...codeFields,
    qualifier: forbidden(codeFields.qualifier),
    group: forbidden(codeFields.group),
  },
};

/** A concept without qualifiers and translations. */
export type CV = CD;
export const cv: WireType<CV> = {
  ...ce,
  name: "CV",
  fields: { ...ce.fields, translation: forbidden(codeFields.translation) },
};
/** A concept in an order. */
export const co: WireType<CV> = { ...cv, name: "CO" };

/** A code of a system that the message fixes. */
export type CS = CD;
export const cs: WireType<CS> = {
  ...cv,
  name: "CS",
  attributes: { ...cv.attributes, displayName: prohibited("st") },
  fields: { ...cv.fields, originalText: forbidden(codeFields.originalText) },
};

const pqrTable = dataType(
  "PQR",
  { ...codeAttributes, value: attribute("real") },
  {
    originalText: optional(ed),
    qualifier: forbidden(many(cr)),
    group: forbidden(many(qualifierGroup)),
    translation: forbidden(many(cd)),
  },
);
/** A physical quantity in another unit: its value, and the unit as a code or as text. */
export interface PQR extends Infer<typeof pqrTable> {}
export const pqr: WireType<PQR> = pqrTable;

const pqAttributes = { value: attribute("real"), unit: attribute("cs", { absent: "1" }) };
const pqTable = dataType("PQ", pqAttributes, { translation: many(pqr) }, [valueOrNull]);
/** A physical quantity: its value as text with its decimals, its unit (`1` where absent), and its translations. */
export interface PQ extends Infer<typeof pqTable> {}
export const pq: WireType<PQ> = pqTable;

const boundTable = dataType(
  "PQ_inc",
  {
    ...pqAttributes,
    originalValue: attribute("cs"),
    originalUnit: attribute("cs"),
    inclusive: attribute("bl", { absent: "true" }),
  },
  { translation: many(pqr) },
  [valueOrNull],
);
/** A bound of an interval of quantities. `inclusive` means `true` where it is absent. */
export interface PQBound extends Infer<typeof boundTable> {}
const pqBound: WireType<PQBound> = boundTable;

const ivlPqTable = dataType(
  "IVL_PQ",
  { operator: setOperator },
  { low: optional(pqBound), center: optional(pq), width: optional(pq), high: optional(pqBound) },
  [intervalBounds],
);
/** An interval of quantities. One bound alone is a comparison: `high` 5, not inclusive, is "< 5". */
export interface IVL_PQ extends Infer<typeof ivlPqTable> {}
export const ivlPq: WireType<IVL_PQ> = ivlPqTable;

const ivlTsTable = dataType(
  "IVL_TS",
  { value: attribute("ts"), operator: setOperator },
  { low: optional(ivxbTs), center: optional(ts), width: optional(pq), high: optional(ivxbTs) },
  [intervalBounds, intervalOrNull],
);
/** An interval of time: from, to, how long, or around when. */
export interface IVL_TS extends Infer<typeof ivlTsTable> {}
export const ivlTs: WireType<IVL_TS> = ivlTsTable;

const telTable = dataType(
  "TEL",
  {
    value: attribute("url"),
    use: attribute("cs-set", { values: ["H", "HP", "HV", "WP", "AS", "EC", "PG", "MC"] }),
  },
  { useablePeriod: many(ivlTs), id: optional(ii) },
  [valueOrNull],
);
/** A telephone number, mail address or other locator, with what and when it is for. */
export interface TEL extends Infer<typeof telTable> {}
export const tel: WireType<TEL> = telTable;
