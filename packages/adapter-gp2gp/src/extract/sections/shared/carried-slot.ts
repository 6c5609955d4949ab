import { readCarriedText, withCarriedText } from "@gp2gp/core";
import type { EntryText } from "@gp2gp/core";
import type { ED } from "@gp2gp/hl7v3";
import { readText, writeText, isToken } from "../../values/text.ts";
import type { CarriedSlot, Carry } from "./scopes.ts";

const heading = "[Carried from the sending system]";

export interface SlotText {
  /** The words without what they carried; undefined where there are no others. */
  readonly text: string | undefined;
  readonly carried?: CarriedSlot;
}

/** The words of a text element, and the facts carried in them. */
export function readSlot(element: ED | undefined): SlotText {
  const whole = readText(element);
  if (whole === undefined || !whole.includes(heading)) return { text: whole };
  const carried = readCarriedText(whole);
  const text = carried.text === "" ? undefined : carried.text;
  const { facts, recordedAs, codeMapped } = carried;
  return facts.length > 0 || recordedAs !== undefined || codeMapped === true
    ? { text, carried: { ...carried, whole } }
    : { text };
}

/** A text element of words and carried lines; undefined where there are neither. */
export function writeSlot(text: string | undefined, carry: Carry | undefined): ED | undefined {
  const own = writeText(text)?.content;
  if (carry === undefined && (own === undefined || !own.includes(heading))) return writeText(own);
  return writeText(withCarriedText(own, carry?.lines ?? [], carry?.recordedAs));
}

/** The text element of a statement that has one, with the media type its words were given. */
export function writeStatementText(
  text: EntryText | undefined,
  carry: Carry | undefined,
): ED | undefined {
  const element = writeSlot(text?.text, carry);
  const mediaType = text?.mediaType;
  return element && mediaType !== undefined && isToken(mediaType)
    ? { mediaType, ...element }
    : element;
}
