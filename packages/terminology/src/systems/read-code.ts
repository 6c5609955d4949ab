import { readable, unreadable } from "./code-check.ts";
import type { CodeCheck, CodeRepair } from "./code-check.ts";

const letters = /^[0-9A-Za-z]*$/;

/**
 * A Read v2 code: five letters or digits, full stops only at its end, with or without the two
 * characters of a term code. Case counts. Codes without their full stops are read too, with the
 * synonym ordinal EMIS adds after a hyphen, which is no term code; and codes marked with `#`.
 */
export function checkReadV2(text: string): CodeCheck {
  const repairs: CodeRepair[] = [];
  let rest = text;
  if (rest.startsWith("#")) {
    rest = rest.slice(1);
    repairs.push("mark-removed");
  }
  const ordinal = /^([0-9A-Za-z]{1,5})-[0-9A-Za-z]{1,2}$/.exec(rest);
  if (ordinal?.[1] !== undefined) {
    rest = ordinal[1];
    repairs.push("ordinal-removed");
  }
  const termId = termCodeOf(rest);
  const code = termId === undefined ? rest : rest.slice(0, -2);
  if (code === "" || code.length > 5) return unreadable("length");
  const fault = faultOfPadded(code);
  if (fault !== undefined) return unreadable(fault);
  if (code.length < 5) repairs.push("padding-missing");
  return readable(code.padEnd(5, "."), { repairs, ...(termId !== undefined && { termId }) });
}

/** The term code of seven characters, or of six where a full stop of the code was lost. */
function termCodeOf(text: string): string | undefined {
  const term = text.slice(-2);
  if (!letters.test(term)) return undefined;
  if (text.length === 7) return term;
  return text.length === 6 && text.charAt(3) === "." ? term : undefined;
}

/** A CTV3 code: five characters of the Read alphabet; those taken over from Read 4-byte begin with a full stop. */
export function checkCtv3(text: string): CodeCheck {
  if (text === "" || text.length > 5) return unreadable("length");
  const fourByte = text.length === 5 && text.startsWith(".") && text !== ".....";
  const fault = faultOfPadded(fourByte ? text.slice(1) : text);
  if (fault !== undefined) return unreadable(fault);
  const repairs: CodeRepair[] = text.length < 5 ? ["padding-missing"] : [];
  return readable(text.padEnd(5, "."), { repairs });
}

/** A code a TPP practice made: as CTV3, beginning with Y. */
export function checkTpp(text: string): CodeCheck {
  const check = checkCtv3(text);
  return check.ok && !check.code.startsWith("Y") ? unreadable("characters") : check;
}

/** A Read 4-byte code, or as CTV3 shows it, after a full stop. */
export function checkRead4Byte(text: string): CodeCheck {
  const code = text.length === 5 && text.startsWith(".") ? text.slice(1) : text;
  if (code === "" || code.length > 4) return unreadable("length");
  const fault = faultOfPadded(code);
  if (fault !== undefined) return unreadable(fault);
  const repairs: CodeRepair[] = code.length < 4 ? ["padding-missing"] : [];
  return readable(code.padEnd(4, "."), { repairs });
}

/** A code of the form of Read v2 with its term code, as Vision and Microtest write theirs. */
export function checkReadShaped(text: string): CodeCheck {
  const check = checkReadV2(text);
  return check.ok ? readable(text, { repairs: check.repairs }) : check;
}

function faultOfPadded(code: string): "characters" | "padding" | undefined {
  if (!/^[0-9A-Za-z.]*$/.test(code)) return "characters";
  return /^[0-9A-Za-z]*\.*$/.test(code) ? undefined : "padding";
}

/** Whether text is a term id of CTV3. */
export function isCtv3TermId(text: string): boolean {
  return /^[0-9A-Za-z.]{5}$/.test(text);
}

/** Whether text is a term code of Read v2. */
export function isReadTermCode(text: string): boolean {
  return /^[0-9A-Za-z]{2}$/.test(text);
}
