import { decimalSchema, systemOfOid, oidOfSystem } from "@gp2gp/core";
import type { Comparator, Quantity, QuantityRange } from "@gp2gp/core";
import type { IVL_PQ, PQ, PQBound, PQR } from "@gp2gp/hl7v3";
import { readAbsence, writeAbsence } from "./absence.ts";
import { isWritable, readText, writeText, isToken } from "./text.ts";
import { isUcum } from "./unit.ts";

type Translation = NonNullable<Quantity["translations"]>[number];

/** Whether a text is a decimal number as the record keeps them. */
export const isDecimal = (text: string | undefined): text is string =>
  text !== undefined && decimalSchema.safeParse(text).success;

/**
 * The amount a PQ gives. The unit attribute's `1` is no unit; the words beside it (a translation of
 * the same value with nothing but original text) are the unit as the source gave it.
 */
export function readQuantity(pq: PQ | undefined): Quantity | undefined {
  if (!pq) return undefined;
  const value = isDecimal(pq.value) ? pq.value : undefined;
  const absent = readAbsence(pq.nullFlavor);
  const unitAttribute = pq.unit === "1" || pq.unit === "" ? undefined : pq.unit;
  const words = wordsOfUnit(pq);
  const translations = words === undefined ? readTranslations(pq.translation) : [];
  const unit = words ?? unitAttribute;
  if (value === undefined && absent === undefined && unit === undefined) return undefined;
  return {
    ...(value !== undefined && { value }),
    ...(unit !== undefined && { unit }),
    ...(words !== undefined && unitAttribute !== undefined && { unitCode: unitAttribute }),
    ...(absent !== undefined && { absent }),
    ...(translations.length > 0 && { translations }),
  };
}

function wordsOfUnit(pq: PQ): string | undefined {
  const [translation, more] = pq.translation ?? [];
  if (!translation || more || pq.value === undefined || translation.value !== pq.value)
    return undefined;
  if (translation.code !== undefined || translation.displayName !== undefined) return undefined;
  return readText(translation.originalText);
}

function readTranslations(translations: readonly PQR[] | undefined): Translation[] {
  return (translations ?? []).flatMap((translation) => {
    const { value, code, codeSystem, displayName, originalText } = translation;
    const unitText = readText(originalText);
    const read: Translation = {
      ...(isDecimal(value) && { value }),
      ...(displayName !== undefined && displayName !== "" && { unit: displayName }),
      ...(code !== undefined && code !== "" && { unitCode: code }),
      ...(codeSystem !== undefined && codeSystem !== "" && { unitSystem: systemOfOid(codeSystem) }),
      ...(unitText !== undefined && { unitText }),
    };
    return Object.keys(read).length === 0 ? [] : [read];
  });
}

/** The PQ of an amount; undefined where there is none. A comparator has no place in it. */
export function writeQuantity(quantity: Quantity | undefined): PQ | undefined {
  if (!quantity) return undefined;
  const { value, unit, unitCode, absent, translations } = quantity;
  const nullFlavor = value === undefined ? (writeAbsence(absent) ?? "UNK") : writeAbsence(absent);
  const about = { ...(nullFlavor !== undefined && { nullFlavor }) };
  const code = unitCode ?? (unit !== undefined && isUcum(unit) ? unit : "1");
  const attribute = isToken(code) ? code : "1";
  const words = unit === attribute ? undefined : writeText(unit);
  const translated =
    words && value !== undefined
      ? [{ value, originalText: words }]
      : (translations ?? []).map(writeTranslation);
  return {
    ...about,
    ...(value !== undefined && { value, unit: attribute }),
    ...(value === undefined && attribute !== "1" && { unit: attribute }),
    ...(translated.length > 0 && { translation: translated }),
  };
}

function writeTranslation({ value, unit, unitCode, unitSystem, unitText }: Translation): PQR {
  const codeSystem = unitSystem === undefined ? undefined : oidOfSystem(unitSystem);
  const originalText = writeText(unitText);
  return {
    ...(unitCode !== undefined && isToken(unitCode) && isWritable(unitCode) && { code: unitCode }),
    ...(codeSystem !== undefined && { codeSystem }),
    ...(unit !== undefined && isWritable(unit) && { displayName: unit }),
    ...(value !== undefined && { value }),
    ...(originalText && { originalText }),
  };
}

/** The range an IVL_PQ gives; undefined where it has no bound that can be read. */
export function readRange(interval: IVL_PQ | undefined): QuantityRange | undefined {
  const low = readQuantity(interval?.low);
  const high = readQuantity(interval?.high);
  if (!low && !high) return undefined;
  const lowInclusive = low ? readBoolean(interval?.low?.inclusive) : undefined;
  const highInclusive = high ? readBoolean(interval?.high?.inclusive) : undefined;
  return {
    ...(low && { low }),
    ...(high && { high }),
    ...(lowInclusive !== undefined && { lowInclusive }),
    ...(highInclusive !== undefined && { highInclusive }),
  };
}

/** The IVL_PQ of a range; undefined where it has no bound. */
export function writeRange(range: QuantityRange | undefined): IVL_PQ | undefined {
  const low = writeBound(range?.low, range?.lowInclusive);
  const high = writeBound(range?.high, range?.highInclusive);
  if (!low && !high) return undefined;
  return { ...(low && { low }), ...(high && { high }) };
}

function writeBound(
  quantity: Quantity | undefined,
  inclusive: boolean | undefined,
): PQBound | undefined {
  const pq = writeQuantity(quantity);
  return pq && { ...pq, ...(inclusive !== undefined && { inclusive: String(inclusive) }) };
}

/** A comparison, where one stated bound alone says it: `high` 5, not inclusive, is `< 5`. */
export function readComparison(interval: IVL_PQ): Quantity | undefined {
  const range = readRange(interval);
  if (!range || (range.low && range.high)) return undefined;
  const quantity = range.low ?? range.high;
  const inclusive = range.low ? range.lowInclusive : range.highInclusive;
  if (!quantity || inclusive === undefined) return undefined;
  const comparator: Comparator = range.low ? (inclusive ? ">=" : ">") : inclusive ? "<=" : "<";
  return { ...quantity, comparator };
}

/** The interval that says a comparison; undefined for a plain amount and for `~`. */
export function writeComparison(quantity: Quantity): IVL_PQ | undefined {
  const { comparator, ...plain } = quantity;
  switch (comparator) {
    case "<":
    case "<=":
      return writeRange({ high: plain, highInclusive: comparator === "<=" });
    case ">":
    case ">=":
      return writeRange({ low: plain, lowInclusive: comparator === ">=" });
    case "~":
    case undefined:
      return undefined;
  }
}

/** What a boolean attribute says. */
export function readBoolean(text: string | undefined): boolean | undefined {
  return text === "true" ? true : text === "false" ? false : undefined;
}
