import type { Telecom } from "@gp2gp/core";
import { isSameFacts } from "../../../shared/coded-as.ts";

type Kind = Omit<Telecom, "period" | "value">;

/** The kinds of a patient's numbers, by the words of the format. */
const contactTypes: readonly (readonly [string, Kind])[] = [
  ["Home", { kind: "phone", use: "home" }],
  ["Work", { kind: "phone", use: "work" }],
  ["Mobile", { kind: "mobile" }],
  ["Alternate", { kind: "phone", use: "alternate" }],
  ["Answering Machine", { kind: "phone", use: "answering machine" }],
  ["Emergency Contact", { kind: "phone", use: "emergency contact" }],
  ["Pager", { kind: "pager" }],
  ["Skype", { kind: "other", use: "skype" }],
  ["Temporary", { kind: "phone", use: "temporary" }],
];

/** A kind the format has other words for keeps them as its use. */
export function kindOfContact(words: string | undefined): Kind {
  if (words === undefined) return {};
  return contactTypes.find(([known]) => known === words)?.[1] ?? { use: words };
}

/** The words of a kind: of one the format has none for, its use, else what reads nearest. */
export function contactTypeOf({ kind, use }: Telecom): string | undefined {
  const own: Kind = { ...(kind && { kind }), ...(use !== undefined && { use }) };
  const exact = contactTypes.find(([, known]) => isSameFacts(known, own))?.[0];
  return exact ?? (kind === "mobile" ? "Mobile" : use);
}

const addressTypes = new Map([
  ["Home", "home"],
  ["Temporary", "temporary"],
  ["Correspondence only", "correspondence"],
  ["Official", "official"],
]);

/** The use of an address by the words of the format; words it does not know are kept. */
export function useOfAddressType(words: string): string {
  return addressTypes.get(words) ?? words;
}

export function addressTypeOf(use: string): string {
  return [...addressTypes].find(([, known]) => known === use)?.[0] ?? use;
}
