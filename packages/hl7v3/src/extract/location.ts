import { fixed, instance, participation } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ad } from "../data-types/address.ts";
import { cv, tel } from "../data-types/coded.ts";
import { en } from "../data-types/name.ts";

const placeTable = hl7Class(
  "Place",
  { classCode: fixed("PLC"), determinerCode: instance },
  { name: optional(en), telecom: many(tel, 0, 5), addr: optional(ad) },
);
/** A place: its name, telephone numbers and address. */
export interface Place extends Infer<typeof placeTable> {}
const place: WireType<Place> = placeTable;

const entityTable = hl7Class(
  "LocatedEntity",
  { classCode: fixed("LOCE") },
  { code: optional(cv), locatedPlace: optional(place) },
);
/** What is at a place: a kind of organisation. */
export interface LocatedEntity extends Infer<typeof entityTable> {}
const locatedEntity: WireType<LocatedEntity> = entityTable;

const locationTable = hl7Class(
  "Location",
  { typeCode: participation("LOC") },
  { locatedEntity: one(locatedEntity) },
);
/** Where a consultation was. */
export interface Location extends Infer<typeof locationTable> {}
export const location: WireType<Location> = locationTable;
