import type { Bench } from "./bench.ts";

/** The laws of the contract, by name. */
export const lawNames = [
  "identity",
  "detect",
  "golden",
  "same-twice",
  "nothing-vanishes",
  "canonical",
  "round-trip",
  "home",
  "bad-input",
  "privacy",
  "many-is-one",
] as const;
export type LawName = (typeof lawNames)[number];

/** One way in which an adapter breaks a law: what was found, where, and what its author can do. */
export interface Finding {
  /** What should hold and does not, in a sentence. */
  readonly broken: string;
  /** The places and values, a line each. */
  readonly found?: readonly string[];
  /** What to do about it. */
  readonly advice: string;
}

/** One thing a law demands, of the adapter or of one case. */
export interface LawCheck {
  readonly title: string;
  /** Why it does not apply to this adapter. */
  readonly notApplicable?: string;
  readonly run: () => Promise<readonly Finding[]> | readonly Finding[];
}

export interface Law {
  readonly name: LawName;
  /** What must hold, in one sentence. */
  readonly holds: string;
  checks(bench: Bench): readonly LawCheck[];
}

/** What a check finds; a throw of the adapter is a finding too. */
export async function findingsOf({ run }: LawCheck): Promise<readonly Finding[]> {
  try {
    return await run();
  } catch (error) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [
      {
        broken: "The adapter throws.",
        found: stack.split("\n").slice(0, 6),
        advice:
          "mend the bug the stack points at; damaged input and records that are hard to write are values, not errors.",
      },
    ];
  }
}

const shown = 20;

/** Findings as an adapter author reads them. */
export function renderFindings(law: Law, findings: readonly Finding[]): string {
  const parts = findings.map(({ broken, found = [], advice }) => {
    const more = found.length - shown;
    return [
      broken,
      ...found.slice(0, shown).map((line) => `  - ${line}`),
      ...(more > 0 ? [`  … and ${String(more)} more`] : []),
      `What to do: ${advice}`,
    ].join("\n");
  });
  return [`The law ${law.name} is broken: ${law.holds}`, ...parts].join("\n\n");
}
