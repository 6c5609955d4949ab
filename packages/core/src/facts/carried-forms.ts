import { codeSystems, labelOfSystem } from "../codes/code-systems.ts";
import type { EntryText, Participant } from "../record/entry.ts";
import { roleCoded, participantRoles } from "../record/roles.ts";
import type { ObservationValue } from "../record/observations.ts";
import { codingSchema } from "../values/coded.ts";
import type { Coding } from "../values/coded.ts";
import type { Effective } from "../values/effective.ts";
import type { Identifier } from "../values/identifier.ts";
import { partsOfDate } from "../values/partial-date-time.ts";
import { decimalSchema } from "../values/quantity.ts";
import type { Quantity, QuantityRange } from "../values/quantity.ts";

/** The keys and indexes to a part of an entry. */
export type FactPath = readonly (string | number)[];

/** What a writer can tell of an entry another one refers to: the name people know it by. */
export type NameOf = (id: string) => string | undefined;

/** How a whole part of an entry is said on one line, and read back. */
interface CarriedForm {
  /** Whether a part that stands at a path has this form. */
  readonly at: (path: FactPath) => boolean;
  readonly encode: (part: never, nameOf: NameOf) => string | undefined;
  readonly decode: (text: string) => object | undefined;
}

const quoted = String.raw`"(?:[^"\\]|\\.)*"`;
const last = (path: FactPath): string | number | undefined => path.at(-1);
const itemOf = (path: FactPath): string | number | undefined =>
  typeof last(path) === "number" ? path.at(-2) : undefined;

const forms: readonly CarriedForm[] = [
  { at: (path) => itemOf(path) === "codings", encode: encodeCoding, decode: decodeCoding },
  {
    at: (path) => itemOf(path) === "participants",
    encode: encodeParticipant,
    decode: decodeParticipant,
  },
  { at: (path) => itemOf(path) === "texts", encode: encodeText, decode: decodeText },
  {
    at: (path) => itemOf(path) === "identifiers",
    encode: encodeIdentifier,
    decode: decodeIdentifier,
  },
  { at: (path) => last(path) === "effective", encode: encodeEffective, decode: decodeEffective },
  { at: (path) => last(path) === "range", encode: encodeRange, decode: decodeRange },
  {
    at: (path) => ["quantity", "low", "high", "dose"].includes(String(last(path))),
    encode: encodeQuantity,
    decode: decodeQuantity,
  },
  {
    at: (path) => last(path) === "value" && (path.length === 1 || path.at(-3) === "components"),
    encode: encodeValue,
    decode: decodeValue,
  },
];

/** A whole part on one line; undefined where its place has no such form, or it says more than the form can. */
export function encodePart(path: FactPath, part: object, nameOf: NameOf): string | undefined {
  const form = forms.find(({ at }) => at(path));
  const text = form?.encode(part as never, nameOf);
  if (form === undefined || text === undefined || text.includes("\n")) return undefined;
  return same(form.decode(withEscapes(text)), part) ? text : undefined;
}

/**
 * A text as it stands in a character set that has nothing beyond Latin letters. What is not in quotes
 * there does not read back: a part with such words is said by its members, each in quotes.
 */
function withEscapes(text: string): string {
  return text.replaceAll(
    /[^\0-\x7F\u00A0-\u00FF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The part a line says; undefined where its place has no form of its own, or the text is not of it. */
export function decodePart(path: FactPath, text: string): object | undefined {
  return forms.find(({ at }) => at(path))?.decode(text);
}

/** Whether two parts hold the same facts; members without any are none. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return a === b || (isEmpty(a) && isEmpty(b));
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    same(left[key], right[key]),
  );
}

function isEmpty(part: unknown): boolean {
  return typeof part === "object" && part !== null
    ? Object.values(part).every(isEmpty)
    : part === undefined || part === null;
}

/** `CTV3 XaXYZ "Asthma"`, `tpp:end-reason {End of Course}`; `-` where the source names no system. */
function encodeCoding(part: Coding): string | undefined {
  const coding = codingSchema.safeParse(part);
  if (!coding.success) return undefined;
  const { system, display, asserted } = part;
  const code = /\s/.test(part.code) ? `{${part.code}}` : part.code;
  const label = system === undefined ? "-" : labelOfSystem(system);
  const term = display === undefined ? "" : ` ${JSON.stringify(display)}`;
  return `${label} ${code}${term}${asserted === "mapped" ? " (mapped)" : ""}`;
}

const codingPattern = new RegExp(
  String.raw`^(.+?) (?:\{([^{}]*\s[^{}]*)\}|(\S+))(?: (${quoted}))?( \(mapped\))?$`,
  "s",
);

function decodeCoding(text: string): Coding | undefined {
  const [, label = "", words, word, term, mapped] = codingPattern.exec(text) ?? [];
  const code = words ?? word ?? "";
  const system = label === "-" ? undefined : systemOfLabel(label);
  if (code === "" || text.startsWith('"') || (label !== "-" && system === undefined))
    return undefined;
  return {
    ...(system !== undefined && { system }),
    code,
    ...(term !== undefined && { display: JSON.parse(term) as string }),
    asserted: mapped === undefined ? "source" : "mapped",
  };
}

const systemByLabel = new Map<string, string>(codeSystems.map(({ id, label }) => [label, id]));

function systemOfLabel(label: string): string | undefined {
  return systemByLabel.get(label) ?? (/\s/.test(label) ? undefined : label);
}

/** `Dr Jane Smith, author {E93841BE…} at 2004-11-17`; the name is for people and not read back. */
function encodeParticipant({ role, agent, time }: Participant, nameOf: NameOf): string | undefined {
  const code = role.codings[0]?.code;
  if (code === undefined || agent === undefined) return undefined;
  const name = nameOf(agent)?.replaceAll(/\s+/g, " ").trim();
  const who = name === undefined || name === "" ? "" : `${name}, `;
  return `${who}${code} {${agent}}${time?.start === undefined ? "" : ` at ${time.start}`}`;
}

function decodeParticipant(text: string): Participant | undefined {
  const [, code, agent, start] =
    /^(?:.*, )?([a-z-]+) \{([^{}]+)\}(?: at (\S+))?$/s.exec(text) ?? [];
  const role = participantRoles.find((known) => known === code);
  if (role === undefined || agent === undefined) return undefined;
  return { role: roleCoded(role), agent, ...(start !== undefined && { time: { start } }) };
}

/** `comment "Phoned the laboratory."` */
function encodeText({ role, text }: EntryText): string {
  return `${role} ${JSON.stringify(text)}`;
}

function decodeText(text: string): object | undefined {
  const [, role, words] = new RegExp(`^([a-z]+) (${quoted})$`, "s").exec(text) ?? [];
  return words === undefined ? undefined : { role, text: JSON.parse(words) as string };
}

/** `urn:oid:2.16.840.1.113883.2.1.4.5.5 "1013/HA2101107Y"` */
function encodeIdentifier({ system, value }: Identifier): string {
  return `${system} ${JSON.stringify(value)}`;
}

function decodeIdentifier(text: string): object | undefined {
  const [, system, value] = new RegExp(String.raw`^(\S+) (${quoted})$`, "s").exec(text) ?? [];
  return value === undefined ? undefined : { system, value: JSON.parse(value) as string };
}

/** `2004-05-09`, `2004 to 2006-03`, `from 2004`, `until 2006-03`. */
function encodeEffective(effective: Effective): string | undefined {
  if (effective.kind === "point") return effective.at;
  if (effective.kind !== "period") return undefined;
  return between(effective.start, effective.end, "until");
}

function decodeEffective(text: string): Effective | undefined {
  if (partsOfDate(text)) return { kind: "point", at: text };
  const ends = endsOf(text, "until", (end) => (partsOfDate(end) ? end : undefined));
  return ends && { kind: "period", ...named("start", ends[0]), ...named("end", ends[1]) };
}

/** `0.0 to 0.3 mmol/L`, `from 5`, `up to 7.8 mmol/L`. */
function encodeRange({ low, high }: QuantityRange): string | undefined {
  return between(low && encodeQuantity(low), high && encodeQuantity(high), "up to");
}

function decodeRange(text: string): object | undefined {
  const ends = endsOf(text, "up to", decodeQuantity);
  return ends && { ...named("low", ends[0]), ...named("high", ends[1]) };
}

function between(
  start: string | undefined,
  end: string | undefined,
  upTo: string,
): string | undefined {
  if (start === undefined) return end === undefined ? undefined : `${upTo} ${end}`;
  return end === undefined ? `from ${start}` : `${start} to ${end}`;
}

function endsOf<End>(
  text: string,
  upTo: string,
  decode: (text: string) => End | undefined,
): [End | undefined, End | undefined] | undefined {
  if (text.startsWith(`${upTo} `)) return whole([undefined, decode(text.slice(upTo.length + 1))]);
  if (text.startsWith("from ")) return whole([decode(text.slice("from ".length)), undefined]);
  const at = text.indexOf(" to ");
  if (at < 0) return undefined;
  const [start, end] = [decode(text.slice(0, at)), decode(text.slice(at + " to ".length))];
  return start === undefined || end === undefined ? undefined : [start, end];
}

function whole<Ends extends readonly unknown[]>(ends: Ends): Ends | undefined {
  return ends.some((end) => end !== undefined) ? ends : undefined;
}

function named(key: string, value: unknown): object {
  return value === undefined ? {} : { [key]: value };
}

/** `5.0 mmol/L`, `<= 7`. */
function encodeQuantity({ comparator, value, unit }: Quantity): string | undefined {
  if (value === undefined) return undefined;
  return [comparator, value, unit].filter((word) => word !== undefined).join(" ");
}

function decodeQuantity(text: string): Quantity | undefined {
  const [, comparator, value = "", unit] =
    /^(?:(<=|>=|<|>|~) )?([+\-\d.eE]+)(?: (.+))?$/s.exec(text) ?? [];
  if (!decimalSchema.safeParse(value).success) return undefined;
  return { ...named("comparator", comparator), value, ...named("unit", unit) };
}

/** The value of an observation: `120 mmHg`, or its words in quotes. */
function encodeValue(value: ObservationValue): string | undefined {
  if (value.kind === "quantity") return encodeQuantity(value.quantity);
  return value.kind === "text" ? JSON.stringify(value.text) : undefined;
}

function decodeValue(text: string): ObservationValue | undefined {
  const quantity = decodeQuantity(text);
  if (quantity) return { kind: "quantity", quantity };
  if (!new RegExp(`^${quoted}$`, "s").test(text)) return undefined;
  return { kind: "text", text: JSON.parse(text) as string };
}
