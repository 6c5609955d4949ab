import type { PersonName } from "@gp2gp/core";
import type { EN } from "@gp2gp/hl7v3";
import { readPeriod, writePeriod } from "./effective.ts";
import { isWritable } from "./text.ts";

type Part = NonNullable<EN["parts"]>[number];
type PartKind = "prefix" | "given" | "family" | "suffix";

/** The name an EN or PN gives; free text beside parts stays in `text`. */
export function readPersonName(name: EN | undefined): PersonName | undefined {
  if (!name) return undefined;
  const of = (kind: PartKind): string[] =>
    (name.parts ?? []).flatMap((part) =>
      part.kind === kind && part.content !== undefined && part.content !== "" ? [part.content] : [],
    );
  const text = readNameText(name);
  const lists = {
    prefixes: of("prefix"),
    given: of("given"),
    family: of("family"),
    suffixes: of("suffix"),
  };
  const period = readPeriod(name.validTime);
  const read: PersonName = {
    ...(text !== undefined && { text }),
    ...(lists.prefixes.length > 0 && { prefixes: lists.prefixes }),
    ...(lists.given.length > 0 && { given: lists.given }),
    ...(lists.family.length > 0 && { family: lists.family }),
    ...(lists.suffixes.length > 0 && { suffixes: lists.suffixes }),
    ...(name.use !== undefined && name.use !== "" && { use: name.use }),
    ...(period && { period }),
  };
  return Object.keys(read).length === 0 ? undefined : read;
}

/** The free text of a name; undefined where it has none but white space. */
export function readNameText(
  name: { readonly parts?: readonly Part[] | undefined } | undefined,
): string | undefined {
  const text = (name?.parts ?? [])
    .map((part) => (part.kind === "text" ? part.content : ""))
    .join("");
  return text.trim() === "" ? undefined : text;
}

const uses = new Set([
  "L",
  "A",
  "I",
  "R",
  "ABC",
  "SYL",
  "IDE",
  "PREVIOUS-BIRTH",
  "PREVIOUS-MAIDEN",
  "PREVIOUS-BACHELOR",
  "PREVIOUS",
  "PREFERRED",
]);

/** A name given whole, as the one free text it is. */
export function writeNameText(
  text: string | undefined,
): { readonly kind: "text"; readonly content: string }[] {
  return text === undefined || text.trim() === "" || !isWritable(text)
    ? []
    : [{ kind: "text", content: text }];
}

/** The name as parts in the order prefix, given, family, suffix; free text first. */
export function writePersonName(name: PersonName | undefined): EN | undefined {
  if (!name) return undefined;
  const part =
    (kind: PartKind) =>
    (content: string): Part[] =>
      isWritable(content) ? [{ kind, content }] : [];
  const parts: Part[] = [
    ...writeNameText(name.text),
    ...(name.prefixes ?? []).flatMap(part("prefix")),
    ...(name.given ?? []).flatMap(part("given")),
    ...(name.family ?? []).flatMap(part("family")),
    ...(name.suffixes ?? []).flatMap(part("suffix")),
  ];
  const validTime = writePeriod(name.period);
  return {
    ...(name.use !== undefined && uses.has(name.use) && { use: name.use }),
    parts,
    ...(validTime && { validTime }),
  };
}
