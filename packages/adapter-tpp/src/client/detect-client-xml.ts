import type { SourcePeek } from "@gp2gp/core";

const roots = /<(PatientRecord|ClientIntegrationResponse)[\s>]/;
/** Elements that only this format has near its beginning. */
const own =
  /<(?:MessageUID|PatientUID|OrganisationID|Identity|ResponseUID|FunctionVersion|RecordState)\b/;

/** Whether a part looks like a record of this format. */
export function detectHead(head: Uint8Array): "yes" | "maybe" | "no" {
  const text = textOf(head);
  if (!/^[\s\uFEFF]*</.test(text)) return "no";
  const root = roots.exec(text);
  if (!root) return "no";
  return root[1] === "ClientIntegrationResponse" || own.test(text) ? "yes" : "maybe";
}

/** The best answer of any part. */
export function detectClientXml(peek: SourcePeek): "yes" | "maybe" | "no" {
  const answers = peek.parts.map(({ head }) => detectHead(head));
  return answers.includes("yes") ? "yes" : answers.includes("maybe") ? "maybe" : "no";
}

function textOf(head: Uint8Array): string {
  const [first, second] = head;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  return new TextDecoder(isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8").decode(head);
}
