import { degradeCoding, labelOfSystem } from "@gp2gp/core";
import type { DegradeKind } from "@gp2gp/core";
import { createTerminology, defaultPolicy } from "@gp2gp/terminology";
import type { CodeCandidate, CodeTranslation, Hop, NoMapReason } from "@gp2gp/terminology";
import { plainText } from "../output/plain-text.ts";
import { writeOut } from "../output/write-out.ts";
import { chooseSystem } from "../terminology/choose-system.ts";
import { openPack } from "../terminology/open-pack.ts";
import { choosePolicy } from "../terminology/open-terminology.ts";
import { assuranceInWords, codingInWords } from "../terminology/render-coding.ts";
import { UsageError } from "../usage-error.ts";
import { whyUnknown } from "./terminology-lookup.ts";

export interface TerminologyTranslateOptions {
  readonly from: string;
  readonly to: string;
  readonly pack?: string;
  readonly term?: string;
  readonly termId?: string;
  readonly value?: boolean;
  readonly kind: DegradeKind;
  readonly assurance?: readonly string[];
  readonly json?: boolean;
}

const SHOWN = 10;

/** `gp2gp terminology translate`: one code in another code system, and how that came about. 1 where there is none. */
export async function terminologyTranslate(
  code: string,
  options: TerminologyTranslateOptions,
): Promise<number> {
  const [from, to] = [chooseSystem(options.from), chooseSystem(options.to)];
  if (from === to) throw new UsageError("A code is translated from one code system to another.");
  const policy = choosePolicy(options.assurance) ?? defaultPolicy;
  using file = openPack(options.pack);
  const { term, termId, value = false, kind } = options;
  const answer = createTerminology(file.pack).translateCode({
    system: from,
    code,
    ...(termId !== undefined && { termId }),
    target: to,
    texts: term === undefined ? [] : [term],
    hasValue: value,
    atLeast: policy[kind],
  });
  const standIn = answer.outcome === "no-map" ? degradeCoding(kind, to) : undefined;
  if (options.json) {
    await writeOut(
      `${JSON.stringify({ code, from, to, kind, ...answer, ...(standIn && { standIn }) })}\n`,
    );
  } else if (answer.outcome === "mapped") {
    await writeOut(`${renderMapped(answer).join("\n")}\n`);
  } else {
    const known = answer.known !== false && answer.reason !== "invalid-code";
    const why = known ? reasons[answer.reason] : whyUnknown(file.pack, from, code);
    process.stderr.write(`gp2gp: ${why}\n`);
    await writeOut(renderNone(answer.candidates, standIn, to));
  }
  return answer.outcome === "mapped" ? 0 : 1;
}

const reasons: Readonly<Record<NoMapReason, string>> = {
  "no-map": "The pack has no map of this code into that code system.",
  ambiguous:
    "The code leads to more than one code; the words it was recorded with may decide (--term).",
  "unassured-policy": "Its maps are not as sure as entries of this kind need.",
  "unknown-system": "The pack holds no codes of that code system.",
  "invalid-code": "The code is not of the form of its code system.",
};

type Mapped = Extract<CodeTranslation, { outcome: "mapped" }>;

function renderMapped({ coding, assurance, hops, also, repairs }: Mapped): string[] {
  return [
    codingInWords(coding),
    `  ${assuranceInWords(assurance)}`,
    ...hops.map((hop) => `  ${hopInWords(hop)}`),
    ...also.map((other) => `  replaced by ${codingInWords(other)}`),
    ...(repairs.length > 0 ? [`  the code was read in spite of: ${repairs.join(", ")}`] : []),
  ];
}

function hopInWords({ to, set, release, mapId, date, method }: Hop): string {
  const where = [set, `release ${release}`, mapId, date].filter((part) => part !== undefined);
  return `to ${codingInWords(to)} by ${plainText(where.join(", "))} (${method})`;
}

function renderNone(
  candidates: readonly CodeCandidate[],
  standIn: ReturnType<typeof degradeCoding>,
  to: string,
): string {
  const rest = candidates.length - SHOWN;
  const lines = [
    ...candidates
      .slice(0, SHOWN)
      .map(({ coding, assurance }) => `  ${codingInWords(coding)}, ${assuranceInWords(assurance)}`),
    ...(rest > 0 ? [`  and ${rest} more: see --json`] : []),
    standIn
      ? `It goes as ${codingInWords(standIn)}, with the original beside it.`
      : `${labelOfSystem(to)} has no code that stands in for it: it goes as text.`,
  ];
  return `${lines.join("\n")}\n`;
}
