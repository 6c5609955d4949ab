import { readable, unreadable } from "./code-check.ts";
import type { CodeCheck } from "./code-check.ts";

const LENGTH = 64;

/** Codes of suppliers are opaque: any printable text of bounded length, with no space at its ends. */
export function checkOpaque(text: string): CodeCheck {
  if (text === "" || text.length > LENGTH) return unreadable("length");
  return /^[^\s\p{C}](?:[^\p{C}\n]*[^\s\p{C}])?$/u.test(text)
    ? readable(text)
    : unreadable("characters");
}

/** A Multilex product: eight digits, zeros first count. */
export function checkMultilex(text: string): CodeCheck {
  if (!/^\d*$/.test(text)) return unreadable("characters");
  return text.length === 8 ? readable(text) : unreadable("length");
}

/** A Gemscript product: eight digits of which the last three are 020. */
export function checkGemscript(text: string): CodeCheck {
  if (!/^\d*$/.test(text)) return unreadable("characters");
  if (text.length !== 8) return unreadable("length");
  return text.endsWith("020") ? readable(text) : unreadable("check-digit");
}
