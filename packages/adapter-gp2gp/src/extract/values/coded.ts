import { degradeKindOf, oidOfSystem, systemOfOid } from "@gp2gp/core";
import type { Coded, Coding, Qualifier } from "@gp2gp/core";
import type { CD, CE, CR, CV } from "@gp2gp/hl7v3";
import { readAbsence, writeAbsence } from "./absence.ts";
import { readBoolean } from "./quantity.ts";
import { isWritable, readText, writeText } from "./text.ts";

/**
 * The concept a code gives: its main code first, then its translations in order. Undefined where it
 * says nothing but that there is no information. The main code is marked when it is a GP2GP degrade code.
 */
export function readCoded(cd: CD | undefined): Coded | undefined {
  if (!cd) return undefined;
  const main = readCoding(cd);
  const codings: Coding[] = main ? [main] : [];
  if (cd.translation) {
    for (const translation of cd.translation) {
      const coding = readCoding(translation, readText(translation.originalText));
      if (coding) codings.push(coding);
    }
  }
  const text = readText(cd.originalText);
  const absent = readAbsence(cd.nullFlavor);
  const qualifiers = cd.qualifier ? readQualifiers(cd.qualifier) : none;
  const textAlone = absent === "UNK" && text !== undefined && codings.length === 0;
  const said = absent !== undefined && absent !== "NI" && !textAlone;
  if (text === undefined && codings.length === 0 && qualifiers.length === 0 && !said)
    return undefined;
  const coded: Partial<Mutable<Coded>> = {};
  if (text !== undefined) coded.text = text;
  if (said) coded.absent = absent;
  coded.codings = codings;
  if (qualifiers.length > 0) coded.qualifiers = qualifiers;
  const kind = main && degradeKindOf(main.system, main.code);
  if (kind !== undefined) coded.degrade = { kind, reason: "received" };
  return coded as Coded;
}

const none: readonly never[] = [];

function readQualifiers(qualifiers: readonly CR[]): readonly Qualifier[] {
  return qualifiers.flatMap((qualifier) => readQualifier(qualifier) ?? []);
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** Members stand in the order of the schema, as everywhere in a record. */
function readCoding(cd: CD, text?: string): Coding | undefined {
  const { code, codeSystem, displayName, codeSystemName, codeSystemVersion } = cd;
  if (code === undefined || code === "") return undefined;
  const coding: Partial<Mutable<Coding>> = {};
  if (codeSystem !== undefined && codeSystem !== "") coding.system = systemOfOid(codeSystem);
  coding.code = code;
  if (displayName !== undefined && displayName !== "") coding.display = displayName;
  if (codeSystemName !== undefined && codeSystemName !== "") coding.systemName = codeSystemName;
  if (codeSystemVersion !== undefined && codeSystemVersion !== "")
    coding.systemVersion = codeSystemVersion;
  if (text !== undefined) coding.text = text;
  coding.asserted = "source";
  return coding as Coding;
}

function readQualifier(cr: CR): Qualifier | undefined {
  const name = readCoded(cr.name);
  const value = readCoded(cr.value);
  if (!name && !value) return undefined;
  const inverted = readBoolean(cr.inverted);
  return {
    ...(name && { name }),
    ...(value && { value }),
    ...(inverted !== undefined && { inverted }),
  };
}

/**
 * The code of a concept: its first coding, the others as translations. Codings whose system has no
 * object identifier, or whose code no message can hold, are left out: the caller carries them as text.
 */
export function writeCoded(coded: Coded | undefined): CD {
  if (!coded) return { nullFlavor: "NI" };
  const codings = coded.codings.every(isWritableCoding)
    ? coded.codings
    : coded.codings.filter(isWritableCoding);
  const nullFlavor = writeAbsence(coded.absent) ?? (codings.length === 0 ? "UNK" : undefined);
  const [main] = codings;
  const cd: Mutable<CD> = nullFlavor === undefined && main ? writeCoding(main) : { nullFlavor };
  const originalText = writeText(coded.text);
  if (originalText) cd.originalText = originalText;
  if (coded.qualifiers && coded.qualifiers.length > 0)
    cd.qualifier = coded.qualifiers.map(writeQualifier);
  const first = nullFlavor === undefined ? 1 : 0;
  if (codings.length > first) cd.translation = codings.slice(first).map(writeTranslation);
  return cd;
}

/** A code without qualifiers (CE). */
export function writeEquivalents(coded: Coded | undefined): CE {
  const { qualifier: _qualifier, ...code } = writeCoded(coded);
  return code;
}

/** A code without qualifiers and translations (CV). */
export function writeSimpleCode(coded: Coded | undefined): CV {
  const { translation: _translation, ...code } = writeEquivalents(coded);
  return code;
}

/** A simple code where there is a concept to write; undefined otherwise. */
export function writeOptionalCode(coded: Coded | undefined): CV | undefined {
  return coded && writeSimpleCode(coded);
}

const isOid = /^[0-9]+(?:\.[0-9]+)*$/;

/** Whether a message can hold a coding as it is. */
export function isWritableCoding({ system, code }: Coding): boolean {
  if (/\s/.test(code) || !isWritable(code)) return false;
  if (system === undefined) return true;
  const oid = oidOfSystem(system);
  if (oid === undefined) return false;
  return !system.startsWith("urn:oid:") || isOid.test(oid);
}

function writeCoding(coding: Coding): Mutable<CD> {
  const { system, code, display, systemName, systemVersion } = coding;
  const codeSystem = system === undefined ? undefined : oidOfSystem(system);
  const cd: Mutable<CD> = { code };
  if (codeSystem !== undefined) cd.codeSystem = codeSystem;
  if (systemName !== undefined && isWritable(systemName)) cd.codeSystemName = systemName;
  if (systemVersion !== undefined && isWritable(systemVersion))
    cd.codeSystemVersion = systemVersion;
  if (display !== undefined && isWritable(display)) cd.displayName = display;
  return cd;
}

/** A coding as the translation of another. */
export function writeTranslation(coding: Coding): CD {
  const cd = writeCoding(coding);
  const originalText = writeText(coding.text);
  if (originalText) cd.originalText = originalText;
  return cd;
}

function writeQualifier({ name, value, inverted }: Qualifier): CR {
  return {
    ...(inverted !== undefined && { inverted: String(inverted) }),
    ...(name && { name: writeSimpleCode(name) }),
    ...(value && { value: writeCoded(value) }),
  };
}
