import type { Coding } from "@gp2gp/core";

type Named = Pick<Coding, "system" | "code" | "termId">;

/** Beginnings and ends of codes of EMIS's own, which stand in the column of Read codes. */
const localBeginnings = /^(EMIS|ESCT|EGTON|FUNDHC|JHCC|RAFME|ALLERGY)/;
const localEnds = /-(KC60|SHHAPT)$/;

/**
 * The code of a `ReadTermId`: Read version 2 without its full stops, `C10E`, and where it is a synonym with
 * EMIS's own ordinal of it, `C10E-1`, which is no term code and is kept as the id of the term; else a
 * code of EMIS's own, as it stands.
 */
export function readTermId(text: string): Named {
  const [base = ""] = text.split("-", 1);
  const isRead =
    /^[0-9A-Za-z]{1,5}$/.test(base) && !localBeginnings.test(text) && !localEnds.test(text);
  if (!isRead) return { system: "emis", code: text };
  return {
    system: "read-v2",
    code: base.padEnd(5, "."),
    ...(text !== base && { termId: text }),
  };
}

/** The `ReadTermId` of a code that reads back as it; undefined for others. */
export function writeTermId({ system, code, termId }: Named): string | undefined {
  const text = system === "read-v2" ? (termId ?? unpadded(code)) : code;
  if (text === "") return undefined;
  const read = readTermId(text);
  return read.system === system && read.code === code && read.termId === termId ? text : undefined;
}

/** A Read code without the full stops at its end. */
export function unpadded(code: string): string {
  return code.replace(/\.+$/, "");
}
