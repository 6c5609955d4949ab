import { one, optional } from "../table/field-spec.ts";
import { cv, ed } from "../data-types/coded.ts";
import { ts } from "../data-types/simple.ts";

/** When someone signed, and how. */
export const signature = {
  time: one(ts),
  signatureCode: optional(cv),
  signatureText: optional(ed),
};
