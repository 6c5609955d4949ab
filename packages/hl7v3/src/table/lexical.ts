import type { AttributeSpec, Lexical } from "./attribute-spec.ts";

const oid = String.raw`[0-9]+(?:\.[0-9]+)*`;
const uuid = "[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}";
const ruid = String.raw`[A-Za-z][A-Za-z0-9\-]*`;

/** The patterns of `datatypes.xsd`; a lexical type without one is any text. */
const patterns: Readonly<Partial<Record<Lexical, RegExp>>> = {
  bin: /^[A-Za-z0-9+/=\s]*$/u,
  bl: /^(?:true|false)$/u,
  cs: /^\S*$/u,
  "cs-set": /^\S*(?: \S+)*$/u,
  int: /^[+-]?[0-9]+$/u,
  "null-flavor": /^(?:NI|NA|UNK|NASK|ASKU|NAV|OTH|PINF|NINF)$/u,
  "oid-set": new RegExp(`^(?:${oid})?(?: ${oid})*$`, "u"),
  real: /^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[Ee][+-]?[0-9]+)?|[+-]?INF|NaN)$/u,
  st: /^[^]+$/u,
  ts: /^(?:[0-9]{1,8}|(?:[0-9]{9,14}|[0-9]{14}\.[0-9]+)(?:[+-][0-9]{1,4})?)$/u,
  uid: new RegExp(`^(?:${oid}|${uuid}|${ruid})$`, "u"),
  "update-mode": /^(?:added|altered|removed)$/u,
  uuid: new RegExp(`^${uuid}$`, "u"),
};

/** The types whose surrounding white space XML Schema takes away before it looks at the value. */
const collapsed: ReadonlySet<Lexical> = new Set(["bl", "cs", "int", "real"]);

/** What is wrong with an attribute's text, if anything. */
export function attributeFault(
  spec: AttributeSpec,
  value: string,
): "attribute-not-allowed" | "fixed-value-wrong" | "value-malformed" | undefined {
  if (spec.prohibited === true) return "attribute-not-allowed";
  if (spec.fixed !== undefined && spec.fixed === value) return undefined;
  if (spec.fixed !== undefined && spec.values?.includes(value) !== false)
    return "fixed-value-wrong";
  return isLexicallyValid(spec, value) ? undefined : "value-malformed";
}

function isLexicallyValid(spec: AttributeSpec, value: string): boolean {
  const { values } = spec;
  if (values === undefined) {
    const pattern = patterns[spec.lexical];
    if (pattern === undefined || pattern.test(value)) return true;
    return collapsed.has(spec.lexical) && pattern.test(value.trim());
  }
  return spec.lexical === "cs-set"
    ? value.split(" ").every((item) => values.includes(item))
    : values.includes(value);
}
