import { isAbsolute, relative } from "node:path";
import type { LossReason } from "@gp2gp/core";
import type { TransferInFull } from "../api/transfer-schemas.ts";

type TransferEvent = TransferInFull["events"][number];

const sentences: Readonly<Record<string, string>> = {
  "requester request-made": "{to} asks for the record (EHR request, RCMR_IN010000UK05)",
  "sender request-received": "{from} has the request",
  "sender extract-made": "{from} found the export ({format}) and made the EHR Extract",
  "sender request-refused": "{from} refuses, code {code}",
  "requester extract-received": "{to} has the EHR Extract (RCMR_IN030000UK06)",
  "requester extract-filed": "{to} filed the record ({format})",
  "requester extract-refused": "{to} refuses the extract, code {code}",
  "requester acknowledgement-received": "{to} has {from}'s answer to the request: {answer}",
  "sender acknowledgement-received":
    "{from} has {to}'s answer to the extract: {answer} (MCCI_IN010000UK13)",
  "requester timer-due": "{to} has waited long enough",
  "sender timer-due": "{from} has waited long enough",
};

/** One step of a transfer in a line, with the milliseconds since its first. */
export function tellEvent(
  { at, side, type, detail }: TransferEvent,
  { start, from, to }: { start: string; from: string; to: string },
): string {
  const sentence = sentences[`${side} ${type}`] ?? `${side}: ${type}`;
  const words: Readonly<Record<string, unknown>> = { ...detail, from, to };
  const told = sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? "?"));
  const milliseconds = Date.parse(at) - Date.parse(start);
  return `  ${String(milliseconds).padStart(6)} ms  ${told}`;
}

const reasons: Readonly<Record<LossReason, string>> = {
  "no-place": "the format has no place for it",
  "no-code-map": "its code has no translation here",
  "code-translated": "its code was translated",
  "value-not-representable": "the format cannot write the value as it is",
  "precision-not-representable": "the format is less exact",
  "too-long": "the format has a length limit",
  confidential: "it is confidential",
  "other-supplier-data": "it is internal to the system it came from",
  "invalid-in-target": "the format's rules do not allow it",
  merged: "the format holds it with another entry",
};

const kinds: Readonly<Record<string, string>> = {
  degraded: "Carried as text",
  dropped: "Left behind",
  translated: "Translated, original kept",
  withheld: "Withheld",
};

/** What was not carried structurally: for each of the two steps of the way, by what became of it and why. */
export function tellLosses({ findings }: TransferInFull, from: string, to: string): string[] {
  const losses = findings.filter(({ kind }) => kind === "loss");
  const steps = [
    ["sender", `${from} to EHR Extract`],
    ["requester", `EHR Extract to ${to}`],
  ] as const;
  return steps.flatMap(([side, title]) => {
    const own = losses.filter((loss) => loss.side === side);
    if (own.length === 0) return [`  ${title}: every fact stands in its own place`];
    const groups = Map.groupBy(own, ({ code, reason = "" }) => {
      const why = reasons[reason as LossReason] ?? reason;
      return `${kinds[code] ?? code}, because ${why}`;
    });
    const lines = [...groups].flatMap(([what, alike]) => [
      `    ${what}: ${total(alike)}`,
      ...wrap(alike.map(({ section = "", count }) => `${wordsOf(section)} ${count}`)),
    ]);
    return [`  ${title}: ${total(own)} facts`, ...lines];
  });
}

function total(findings: readonly { readonly count: number }[]): number {
  return findings.reduce((sum, { count }) => sum + count, 0);
}

/** A section's name as people say it: `testRequests` is `test requests`. */
function wordsOf(section: string): string {
  if (section === "issues") return "medication issues";
  return section.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const width = 100;

/** Items in lines of a readable width. */
function wrap(items: readonly string[]): string[] {
  const lines: string[] = [];
  let line = "";
  for (const item of items) {
    const longer = line === "" ? item : `${line}, ${item}`;
    if (longer.length > width - 6) {
      lines.push(`      ${line},`);
      line = item;
    } else line = longer;
  }
  return [...lines, `      ${line}`];
}

/** The issues both sides raised, grouped. */
export function tellIssues({ findings }: TransferInFull): string[] {
  return findings
    .filter(({ kind }) => kind === "issue")
    .map(
      ({ count, code, side, step }) =>
        `    ${String(count).padStart(5)}  ${code} (${step === "read" ? "reading" : "writing"}, ${side})`,
    );
}

/** A path as short as it can be said from here. */
export function tellPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}
