import type { WireRule } from "../table/wire-type.ts";

/** A code must be there, or a null flavour say why not. */
export const codeOrNull: WireRule = (node) =>
  node["code"] === undefined && node["nullFlavor"] === undefined ? "code-missing" : undefined;

/** A value must be there, or a null flavour say why not. */
export const valueOrNull: WireRule = (node) =>
  node["value"] === undefined && node["nullFlavor"] === undefined ? "value-missing" : undefined;

/** A root must be there, or a null flavour say why not. */
export const rootOrNull: WireRule = (node) =>
  node["root"] === undefined && node["nullFlavor"] === undefined ? "value-missing" : undefined;

const intervals = new Set([
  "",
  "low",
  "high",
  "width",
  "center",
  "low width",
  "low high",
  "high width",
  "center width",
]);
const bounds = ["center", "low", "high", "width"];

/** The combinations of bounds that an interval may have. */
export const intervalBounds: WireRule = (node) =>
  intervals.has(bounds.filter((bound) => node[bound] !== undefined).join(" "))
    ? undefined
    : "interval-wrong";

/** An interval says something: a bound, a point, or a null flavour. */
export const intervalOrNull: WireRule = (node) =>
  node["value"] === undefined &&
  node["nullFlavor"] === undefined &&
  bounds.every((bound) => node[bound] === undefined)
    ? "value-missing"
    : undefined;
