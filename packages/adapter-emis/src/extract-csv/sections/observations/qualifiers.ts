import type { Coded, Qualifier } from "@gp2gp/core";
import { emisSystems } from "../../../shared/emis-systems.ts";
import { readQualifiers, writeQualifiers } from "../../wire/qualifiers-xml.ts";
import type { QualifierItem, QualifierWords } from "../../wire/qualifiers-xml.ts";

/** What a cell of qualifiers is called that cannot be read as such: its words are all there is of it. */
const unreadWords = "Qualifiers";

/** The qualifiers of a cell. */
export function readQualifierCell(cell: string): readonly Qualifier[] {
  const items = readQualifiers(cell);
  if (!items)
    return [{ name: { text: unreadWords, codings: [] }, value: { text: cell, codings: [] } }];
  return items.map(({ key, value }) => ({
    name: codedOf(key, emisSystems.qualifierGroup),
    ...(value && { value: codedOf(value, emisSystems.qualifier) }),
  }));
}

function codedOf({ text, codeId }: QualifierWords, system: string): Coded {
  if (codeId === undefined) return { text, codings: [] };
  return { codings: [{ system, code: codeId, display: text, asserted: "source" }] };
}

/** The cell of qualifiers that come first and of those of a concept that read back as they are. */
export function writeQualifierCell(
  first: readonly QualifierItem[],
  qualifiers: readonly Qualifier[],
): string | undefined {
  return writeQualifiers([...first, ...qualifiers.flatMap((one) => itemOf(one) ?? [])]);
}

function itemOf({ name, value, inverted }: Qualifier): QualifierItem | undefined {
  const key = name && wordsOf(name, emisSystems.qualifierGroup);
  const words = value && wordsOf(value, emisSystems.qualifier);
  if (!key || (value && !words) || inverted === true) return undefined;
  return { key, ...(words && { value: words }) };
}

/** A coded concept as words, with EMIS's code of them; undefined for one that says more. */
function wordsOf(coded: Coded, system: string): QualifierWords | undefined {
  const { text, codings, absent, qualifiers } = coded;
  if (absent !== undefined || qualifiers !== undefined) return undefined;
  const [coding, ...more] = codings;
  if (!coding) return text === undefined ? undefined : { text };
  const isOwn = coding.system === system && coding.display !== undefined && more.length === 0;
  const isNumber = /^[1-9]\d*$/.test(coding.code);
  if (!isOwn || !isNumber || text !== undefined || coding.display === undefined) return undefined;
  return { text: coding.display, codeId: coding.code };
}
