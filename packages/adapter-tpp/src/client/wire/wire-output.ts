import { element, xmlSafe } from "@gp2gp/xml";
import type { OutputElement, OutputNode } from "@gp2gp/xml";
import { occursIn, valuesIn } from "./field.ts";
import type { Field, TextField, Version } from "./field.ts";
import { hasForm } from "./lexical.ts";
import { rulesOf } from "./wire-types.ts";
import type { WireInput, WireTypeName } from "./wire-types.ts";

/** The rule of a text; without values any text of its form. */
type Rule = Pick<TextField, "lexical"> & {
  readonly values?: TextField["values"] | undefined;
} & Pick<TextField, "clientValues">;
type AnyInput = Readonly<Record<string, unknown>>;

/** Whether a text field may hold a text, in one version. Blank text only where it stands for an unknown one (`blank`). */
export function fits(text: string, field: Rule, version: Version): boolean {
  if (text === "")
    return field.lexical === "string" && (valuesIn(field, version)?.includes("") ?? true);
  return (
    text.trim() !== "" &&
    xmlSafe(text).replaced === 0 &&
    hasForm(text, field.lexical, version) &&
    (valuesIn(field, version)?.includes(text) ?? true)
  );
}

/** What a version lets pass, because it came so: the lists and demands of the richer grammar are not all published. */
export interface Allowed {
  readonly version: Version;
  readonly partial?: boolean | undefined;
  readonly offList?: readonly string[] | undefined;
}

/** Whether an input holds all its class demands, in forms the version allows, and nothing the version lacks. */
export function isComplete<Name extends WireTypeName>(
  name: Name,
  input: WireInput<Name>,
  allowed: Allowed,
): boolean {
  return holds(name, input, allowed);
}

function holds(name: WireTypeName, input: AnyInput, allowed: Allowed): boolean {
  const { attributes, elements } = rulesOf(name);
  return (
    Object.entries(attributes).every(([key, field]) =>
      holdsField(key, field, input[`@${key}`], allowed),
    ) &&
    Object.entries(elements).every(([key, field]) => holdsField(key, field, input[key], allowed))
  );
}

function holdsField(name: string, field: Field, given: unknown, allowed: Allowed): boolean {
  const { version, partial, offList } = allowed;
  const values = listOf(given);
  const occurs = occursIn(field, version);
  if (occurs === undefined) return values.length === 0;
  if (occurs === "one" && values.length === 0)
    return partial === true && version === "client-integration";
  if (occurs !== "many" && values.length > 1) return false;
  switch (field.kind) {
    case "flag":
      return true;
    case "text": {
      const isOpen = version === "client-integration" && offList?.includes(name) === true;
      const rule = isOpen ? { ...field, values: undefined } : field;
      return values.every((value) => typeof value === "string" && fits(value, rule, version));
    }
    case "node":
      return values.every((value) => holds(field.type as WireTypeName, value as AnyInput, allowed));
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
