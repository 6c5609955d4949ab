import { element, xmlSafe } from "@gp2gp/xml";
import type { OutputElement, OutputNode } from "@gp2gp/xml";
import { occursIn, valuesIn } from "./field.ts";
import type { Field, TextField, Version } from "./field.ts";
import { hasForm } from "./lexical.ts";
import { rulesOf } from "./wire-types.ts";
import type { WireInput, WireTypeName } from "./wire-types.ts";

type AnyInput = Readonly<Record<string, unknown>>;

/** Whether a text field may hold a text, in one version. Blank text only where it stands for an unknown one (`blank`). */
export function fits(text: string, field: TextField, version: Version): boolean {
  if (text === "")
    return field.lexical === "string" && (valuesIn(field, version)?.includes("") ?? true);
  return (
    text.trim() !== "" &&
    xmlSafe(text).replaced === 0 &&
    hasForm(text, field.lexical, version) &&
    (valuesIn(field, version)?.includes(text) ?? true)
  );
}

/** Whether an input holds all its class demands, in forms the version allows, and nothing the version lacks. */
export function isComplete<Name extends WireTypeName>(
  name: Name,
  input: WireInput<Name>,
  version: Version,
): boolean {
  return holds(name, input, version);
}

function holds(name: WireTypeName, input: AnyInput, version: Version): boolean {
  const { attributes, elements } = rulesOf(name);
  return (
    Object.entries(attributes).every(([key, field]) =>
      holdsField(field, input[`@${key}`], version),
    ) && Object.entries(elements).every(([key, field]) => holdsField(field, input[key], version))
  );
}

function holdsField(field: Field, given: unknown, version: Version): boolean {
  const values = listOf(given);
  const occurs = occursIn(field, version);
  if (occurs === undefined) return values.length === 0;
  if (occurs === "one" && values.length === 0) return false;
  if (occurs !== "many" && values.length > 1) return false;
  switch (field.kind) {
    case "flag":
      return true;
    case "text":
      return values.every((value) => typeof value === "string" && fits(value, field, version));
    case "node":
      return values.every((value) => holds(field.type as WireTypeName, value as AnyInput, version));
  }
}

function listOf(given: unknown): readonly unknown[] {
  if (given === undefined || given === false) return [];
  return Array.isArray(given) ? given : [given];
}

/** An element of the format, its attributes and elements in their order; `extra` stands at its end. */
export function toOutput<Name extends WireTypeName>(
  name: Name,
  elementName: string,
  input: WireInput<Name>,
  extra: readonly OutputNode[] = [],
): OutputElement {
  return build(name, elementName, input, extra);
}

function build(
  name: WireTypeName,
  elementName: string,
  input: AnyInput,
  extra: readonly OutputNode[] = [],
): OutputElement {
  const { attributes, elements } = rulesOf(name);
  const written = Object.keys(attributes).map(
    (key) => [key, input[`@${key}`] as string | undefined] as const,
  );
  const children = Object.entries(elements).flatMap(([key, field]) =>
    listOf(input[key]).map((value): OutputElement => {
      switch (field.kind) {
        case "flag":
          return element(key);
        case "text":
          return element(key, [], value === "" ? [] : [value as string]);
        case "node":
          return build(field.type as WireTypeName, key, value as AnyInput);
      }
    }),
  );
  return element(elementName, written, [...children, ...extra]);
}
