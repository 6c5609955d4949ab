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
  for (const translation of cd.translation ?? []) {
    const coding = readCoding(translation);
    const own = readText(translation.originalText);
    if (coding) codings.push(own === undefined ? coding : { ...coding, text: own });
  }
  const text = readText(cd.originalText);
  const qualifiers = (cd.qualifier ?? []).flatMap((qualifier) => readQualifier(qualifier) ?? []);
  const absent = readAbsence(cd.nullFlavor);
  const textAlone = absent === "UNK" && text !== undefined && codings.length === 0;
  const said = absent !== undefined && absent !== "NI" && !textAlone;
  if (text === undefined && codings.length === 0 && qualifiers.length === 0 && !said)
    return undefined;
  const kind = main && degradeKindOf(main.system, main.code);
  return {
    ...(text !== undefined && { text }),
    ...(said && { absent }),
    codings,
    ...(qualifiers.length > 0 && { qualifiers }),
    ...(kind !== undefined && { degrade: { kind, reason: "received" as const } }),
  };
}

function readCoding(cd: CD): Coding | undefined {
  const { code, codeSystem, displayName, codeSystemName, codeSystemVersion } = cd;
  if (code === undefined || code === "") return undefined;
  return {
    ...(codeSystem !== undefined && codeSystem !== "" && { system: systemOfOid(codeSystem) }),
    code,
    ...(displayName !== undefined && displayName !== "" && { display: displayName }),
    ...(codeSystemName !== undefined && codeSystemName !== "" && { systemName: codeSystemName }),
    ...(codeSystemVersion !== undefined &&
      codeSystemVersion !== "" && { systemVersion: codeSystemVersion }),
    asserted: "source",
  };
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
  const codings = coded.codings.filter(isWritableCoding);
  const nullFlavor = writeAbsence(coded.absent) ?? (codings.length === 0 ? "UNK" : undefined);
  const [main, ...others] = nullFlavor === undefined ? codings : [undefined, ...codings];
  const originalText = writeText(coded.text);
  const translation = others.flatMap((coding) => (coding ? writeTranslation(coding) : []));
  const qualifier = (coded.qualifiers ?? []).map(writeQualifier);
  return {
    ...(nullFlavor !== undefined && { nullFlavor }),
    ...(main && writeCoding(main)),
    ...(originalText && { originalText }),
    ...(qualifier.length > 0 && { qualifier }),
    ...(translation.length > 0 && { translation }),
  };
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
  return oid !== undefined && isOid.test(oid);
}

function writeCoding({ system, code, display, systemName, systemVersion }: Coding): CD {
  const codeSystem = system === undefined ? undefined : oidOfSystem(system);
  return {
    code,
    ...(codeSystem !== undefined && { codeSystem }),
    ...(systemName !== undefined && isWritable(systemName) && { codeSystemName: systemName }),
    ...(systemVersion !== undefined &&
      isWritable(systemVersion) && { codeSystemVersion: systemVersion }),
    ...(display !== undefined && isWritable(display) && { displayName: display }),
  };
}

function writeTranslation(coding: Coding): CD {
  const originalText = writeText(coding.text);
  return { ...writeCoding(coding), ...(originalText && { originalText }) };
}

function writeQualifier({ name, value, inverted }: Qualifier): CR {
  return {
    ...(inverted !== undefined && { inverted: String(inverted) }),
    ...(name && { name: writeSimpleCode(name) }),
    ...(value && { value: writeCoded(value) }),
  };
}
