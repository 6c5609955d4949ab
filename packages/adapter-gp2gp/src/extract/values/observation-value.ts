import type { ObservationValue, Quantity } from "@gp2gp/core";
import type { AnyValue, RawElement } from "@gp2gp/hl7v3";
import { readAbsence, writeAbsence } from "./absence.ts";
import { readCoded, writeCoded } from "./coded.ts";
import { readDateTime, writeDateTime } from "./date-time.ts";
import { readPeriod, writePeriod } from "./effective.ts";
import { readNameText } from "./person-name.ts";
import {
  isDecimal,
  readBoolean,
  readComparison,
  readQuantity,
  readRange,
  writeComparison,
  writeQuantity,
  writeRange,
} from "./quantity.ts";
import { readText, writeText } from "./text.ts";

/** What was found, of whatever data type it is. What has no kind of its own in the record is read as its words. */
export function readObservationValue(value: AnyValue | undefined): ObservationValue | undefined {
  if (!value) return undefined;
  const read = readKnownValue(value);
  if (read) return read;
  const reason = value.dataType === "unknown" ? undefined : readAbsence(value.nullFlavor);
  if (reason !== undefined) return { kind: "absent", reason };
  const text = wordsOfValue(value);
  return text === undefined ? undefined : { kind: "text", text };
}

function readKnownValue(value: AnyValue): ObservationValue | undefined {
  switch (value.dataType) {
    case "PQ":
      return isDecimal(value.value) ? quantityValue(readQuantity(value)) : undefined;
    case "IVL_PQ": {
      const comparison = readComparison(value);
      if (comparison) return quantityValue(comparison);
      const range = readRange(value);
      return range && { kind: "range", range };
    }
    case "CD":
    case "CE":
    case "CV":
    case "CO":
    case "CS": {
      const coded = readCoded(value);
      return coded && (coded.codings.length > 0 || coded.text !== undefined)
        ? { kind: "coded", coded }
        : undefined;
    }
    case "ST":
    case "ED":
    case "SC": {
      const text = readText(value);
      return text === undefined ? undefined : { kind: "text", text };
    }
    case "BL":
    case "BN": {
      const boolean = readBoolean(value.value);
      return boolean === undefined ? undefined : { kind: "boolean", boolean };
    }
    case "INT":
      return value.value !== undefined && /^[+-]?\d+$/.test(value.value)
        ? { kind: "integer", integer: value.value }
        : undefined;
    case "REAL":
      return isDecimal(value.value) ? quantityValue({ value: value.value }) : undefined;
    case "TS":
    case "IVXB_TS":
    case "SXCM_TS": {
      const date = readDateTime(value.value);
      return date === undefined ? undefined : { kind: "date", date };
    }
    case "IVL_TS": {
      const period = readPeriod(value);
      return period && { kind: "period", period };
    }
    case "RTO":
    case "RTO_QTY_QTY": {
      const numerator = value.numerator?.value;
      const denominator = value.denominator?.value ?? "1";
      return isDecimal(numerator) && isDecimal(denominator)
        ? { kind: "ratio", numerator: { value: numerator }, denominator: { value: denominator } }
        : undefined;
    }
    default:
      return undefined;
  }
}

const quantityValue = (quantity: Quantity | undefined): ObservationValue | undefined =>
  quantity && { kind: "quantity", quantity };

/** Every word and number of a value, in order: the plainest form of one the record has no kind for. */
function wordsOfValue(value: AnyValue): string | undefined {
  const words: string[] = [];
  if (value.dataType === "unknown") collectRaw(value.raw, words);
  else {
    if ("parts" in value && value.parts !== undefined) {
      const name = readNameText({ parts: value.parts as never });
      if (name !== undefined) words.push(name);
    }
    collectWords(value, words, 0);
  }
  const text = words.join(" ").trim();
  return text === "" ? undefined : text;
}

/** Attributes that hold words or numbers, and parts that are told in their order; the order of a value's members says nothing. */
const wordKeys = ["value", "unit", "code", "displayName", "content", "extension", "currency"];
const partOrder = ["numerator", "denominator", "low", "center", "width", "high"];

function collectWords(value: object, words: string[], depth: number): void {
  if (depth > 8) return;
  const node = value as Readonly<Record<string, unknown>>;
  for (const key of wordKeys) {
    const word = node[key];
    if (typeof word === "string" && word.trim() !== "") words.push(word);
  }
  const others = Object.keys(node).filter((key) => key !== "extras" && !partOrder.includes(key));
  for (const key of [...partOrder, ...others.toSorted()]) {
    const part = node[key];
    if (typeof part === "object" && part !== null) collectWords(part, words, depth + 1);
  }
}

function collectRaw(element: RawElement, words: string[]): void {
  for (const { name, value } of element.attributes) if (wordKeys.includes(name)) words.push(value);
  for (const child of element.children) {
    if (typeof child === "string") {
      if (child.trim() !== "") words.push(child.trim());
    } else if ("children" in child) collectRaw(child, words);
  }
}

/** The value of an observation; undefined where the message has no place for it. */
export function writeObservationValue(value: ObservationValue | undefined): AnyValue | undefined {
  switch (value?.kind) {
    case "quantity": {
      const comparison = writeComparison(value.quantity);
      if (comparison) return { dataType: "IVL_PQ", ...comparison };
      const quantity = writeQuantity(value.quantity);
      return value.quantity.value === undefined || !quantity
        ? undefined
        : { dataType: "PQ", ...quantity };
    }
    case "range": {
      const range = writeRange(value.range);
      return range && { dataType: "IVL_PQ", ...range };
    }
    case "ratio":
      return {
        dataType: "RTO",
        numerator: { value: value.numerator.value },
        denominator: { value: value.denominator.value },
      };
    case "coded":
      return { dataType: "CD", ...writeCoded(value.coded) };
    case "text": {
      const text = writeText(value.text);
      return text && { dataType: "ST", ...text };
    }
    case "boolean":
      return { dataType: "BL", value: String(value.boolean) };
    case "integer":
      return { dataType: "INT", value: value.integer };
    case "date":
      return { dataType: "TS", value: writeDateTime(value.date) };
    case "period": {
      const period = writePeriod(value.period);
      return period && { dataType: "IVL_TS", ...period };
    }
    case "absent": {
      const nullFlavor = writeAbsence(value.reason);
      return nullFlavor === undefined ? undefined : { dataType: "ST", nullFlavor };
    }
    case undefined:
      return undefined;
  }
}
