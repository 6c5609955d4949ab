import { degradeKindOf, labelOf, oidOfSystem, systemOfOid } from "@gp2gp/core";
import type { Coded, Coding, Qualifier } from "@gp2gp/core";
import type { CD, CE, CR, CV } from "@gp2gp/hl7v3";
import { readAbsence, writeAbsence } from "./absence.ts";
import { readBoolean } from "./quantity.ts";
import { addedMark, localSystem } from "./local-system.ts";
import { isWritable, readText, writeText } from "./text.ts";

/**
 * The concept a code gives: its main code first, then its translations in order. Undefined where it
 * says nothing but that there is no information. The main code is marked when it is a GP2GP degrade code;
 * one that only stands in for the codes it translates (`writeStandIn`) is none of its own.
 */
export function readCoded(
  cd: CD | undefined,
  isStandIn: (code: CD) => boolean = isDegradeCode,
): Coded | undefined {
  if (!cd) return undefined;
  const standsIn = isMarked(cd) && isStandIn(cd);
  const main = standsIn ? undefined : readCoding(cd);
  const translations = cd.translation ? readTranslations(cd.translation) : none;
  const codings = main && !isRepeated(cd) ? [main, ...translations] : translations;
  const text =
    cd.originalText?.representation === labelMark ? undefined : readText(cd.originalText);
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

function readTranslations(translations: readonly CD[]): readonly Coding[] {
  return translations.flatMap(
    (translation) => readCoding(translation, readText(translation.originalText)) ?? [],
  );
}

/** Whether the main code stands among its translations again, because it is not the first of the concept (`writeCoded`). */
function isRepeated({ code, codeSystem, translation }: CD): boolean {
  return (
    translation !== undefined &&
    translation.some((one) => one.codeSystem === localSystem) &&
    translation.some((one) => one.code === code && one.codeSystem === codeSystem)
  );
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
  const named = codeSystemName !== undefined && codeSystemName !== "";
  const local = codeSystem === localSystem && named ? readLocalCode(code) : undefined;
  if (local !== undefined) coding.system = codeSystemName;
  else if (codeSystem !== undefined && codeSystem !== "") coding.system = systemOfOid(codeSystem);
  coding.code = local ?? code;
  const isShownCode = local !== undefined && local !== code && displayName === local;
  if (displayName !== undefined && displayName !== "" && !isShownCode) coding.display = displayName;
  if (named && local === undefined) coding.systemName = codeSystemName;
  if (codeSystemVersion !== undefined && codeSystemVersion !== "")
    coding.systemVersion = codeSystemVersion;
  if (text !== undefined) coding.text = text;
  coding.asserted = cd.updateMode === addedMark ? "mapped" : "source";
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
 * The code of a concept: its first coding of a system that receivers know, the others as translations. Where that is
 * not the first of all, it stands among the translations again, which keep their order. Codings no message can hold
 * are left out: the caller carries them as text.
 */
export function writeCoded(coded: Coded | undefined): CD {
  if (!coded) return { nullFlavor: "NI" };
  const codings = coded.codings.every(isWritableCoding)
    ? coded.codings
    : coded.codings.filter(isWritableCoding);
  const nullFlavor = writeAbsence(coded.absent) ?? (codings.length === 0 ? "UNK" : undefined);
  const main = nullFlavor === undefined ? (codings.find(isLeadingCoding) ?? codings[0]) : undefined;
  const cd: Mutable<CD> = main ? writeCoding(main) : { nullFlavor };
  const originalText = writeText(coded.text);
  if (originalText) cd.originalText = originalText;
  if (coded.qualifiers && coded.qualifiers.length > 0)
    cd.qualifier = coded.qualifiers.map(writeQualifier);
  const others = main !== undefined && main === codings[0] ? codings.slice(1) : codings;
  if (others.length > 0) cd.translation = others.map(writeTranslation);
  return cd;
}

/** What an original text says beyond its words, in defaults of the schema that nobody else writes out. */
const [textMark, labelMark] = ["text/plain", "TXT"];

/**
 * A code that stands in for those of a concept, which become its translations: for a concept of no code that receivers
 * know, or of none that its class allows. The words are the concept's own, else those people know it by: `shown` where
 * it says nothing itself.
 */
export function writeStandIn(coded: Coded | undefined, standIn: CD, shown?: string): CD {
  const { nullFlavor: _none, ...own } = writeCoded({
    codings: coded?.codings ?? none,
    ...(coded?.qualifiers && { qualifiers: coded.qualifiers }),
  });
  const { qualifier, translation = [], ...main } = own;
  const isFirst = main.code !== undefined && !isRepeated(own);
  const codes = isFirst ? [main, ...translation] : translation;
  const text = writeText(coded?.text);
  const label = text ?? writeText(wordsFor(coded) ?? shown) ?? { nullFlavor: "NI" };
  return {
    ...standIn,
    originalText: { ...(text ? { mediaType: textMark } : { representation: labelMark }), ...label },
    ...(qualifier && { qualifier }),
    ...(codes.length > 0 && { translation: codes }),
  };
}

/** What people know a concept by; systems of no public vocabulary often say it in their codes. */
export function wordsFor(coded: Coded | undefined): string | undefined {
  return labelOf(coded) ?? coded?.codings.find((coding) => !isKnownCoding(coding))?.code;
}

/** Whether a code says that it stands in for others. */
const isMarked = ({ originalText }: CD): boolean =>
  originalText?.mediaType === textMark || originalText?.representation === labelMark;

export const isDegradeCode = ({ code, codeSystem }: CD): boolean =>
  code !== undefined &&
  codeSystem !== undefined &&
  degradeKindOf(systemOfOid(codeSystem), code) !== undefined;

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
export function isWritableCoding(coding: Coding): boolean {
  const { system, code } = coding;
  const oid = system === undefined ? undefined : oidOfSystem(system);
  if (system !== undefined && oid === undefined) return isWritableLocally(coding);
  if (/\s/.test(code) || !isWritable(code)) return false;
  return system === undefined || !system.startsWith("urn:oid:") || isOid.test(oid ?? "");
}

/** Local codes may be of several words; they stand encoded as in an address, because codes of a message are of one. */
const isWritableLocally = ({ system = "", systemName, code, display }: Coding): boolean =>
  systemName === undefined && isWritable(system) && isWritable(code) && display !== code;

const writeLocalCode = (code: string): string =>
  code.replaceAll(/[\s%]/g, (character) => encodeURIComponent(character));

function readLocalCode(code: string): string | undefined {
  try {
    return decodeURIComponent(code);
  } catch {
    return undefined;
  }
}

/** Whether a coding can be the main code of a concept: a system that receivers can know, or none, and writable. */
export const isLeadingCoding = (coding: Coding): boolean =>
  isKnownCoding(coding) && isWritableCoding(coding);

const isKnownCoding = ({ system }: Coding): boolean =>
  system === undefined || oidOfSystem(system) !== undefined;

function writeCoding(coding: Coding): Mutable<CD> {
  const { system, systemName, systemVersion } = coding;
  const codeSystem = system === undefined ? undefined : (oidOfSystem(system) ?? localSystem);
  const isLocal = codeSystem === localSystem;
  const code = isLocal ? writeLocalCode(coding.code) : coding.code;
  const display = coding.display ?? (code === coding.code ? undefined : coding.code);
  const cd: Mutable<CD> = { code };
  if (codeSystem !== undefined) cd.codeSystem = codeSystem;
  const name = isLocal ? system : systemName;
  if (name !== undefined && isWritable(name)) cd.codeSystemName = name;
  if (systemVersion !== undefined && isWritable(systemVersion))
    cd.codeSystemVersion = systemVersion;
  if (display !== undefined && isWritable(display)) cd.displayName = display;
  if (coding.asserted === "mapped") cd.updateMode = addedMark;
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
