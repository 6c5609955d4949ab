import type { Coding, TranslationAnswer, TranslationRequest } from "@gp2gp/core";
import { RecentMap } from "./recent-map.ts";

/** Codes whose answers are kept, and answers kept for each: a record says the same few codes again and again. */
const CODES = 4_096;
const ANSWERS = 4;

interface Kept {
  readonly request: TranslationRequest;
  readonly answer: TranslationAnswer;
}

/** The answers last given, each for exactly the request it was given to. */
export class AnswerCache {
  readonly #kept = new RecentMap<string, Kept[]>(CODES);

  get(request: TranslationRequest): TranslationAnswer | undefined {
    const kept = this.#kept.get(keyOf(request));
    if (kept) for (const one of kept) if (isSameRequest(one.request, request)) return one.answer;
    return undefined;
  }

  /** Keeps an answer, which is given more than once from now on, and so is frozen. */
  keep(request: TranslationRequest, answer: TranslationAnswer): TranslationAnswer {
    const kept = this.#kept.get(keyOf(request)) ?? [];
    if (kept.length >= ANSWERS) kept.shift();
    kept.push({ request: copyOf(request), answer: frozen(answer) });
    this.#kept.set(keyOf(request), kept);
    return answer;
  }
}

function keyOf({ coded }: TranslationRequest): string {
  return coded.codings[0]?.code ?? "";
}

function isSameRequest(a: TranslationRequest, b: TranslationRequest): boolean {
  if (a.kind !== b.kind || a.hasValue !== b.hasValue || a.coded.text !== b.coded.text) return false;
  if (a.targets.length !== b.targets.length) return false;
  for (let at = 0; at < a.targets.length; at += 1)
    if (a.targets[at] !== b.targets[at]) return false;
  const [first, second] = [a.coded.codings, b.coded.codings];
  if (first.length !== second.length) return false;
  for (let at = 0; at < first.length; at += 1)
    if (!isSameCoding(first[at], second[at])) return false;
  return true;
}

function isSameCoding(a: Coding | undefined, b: Coding | undefined): boolean {
  return (
    a?.code === b?.code &&
    a?.system === b?.system &&
    a?.display === b?.display &&
    a?.termId === b?.termId &&
    a?.text === b?.text &&
    a?.asserted === b?.asserted &&
    a?.systemName === b?.systemName &&
    a?.systemVersion === b?.systemVersion
  );
}

/** What an answer depends on, apart from the record it came from. */
function copyOf({ coded, targets, kind, hasValue }: TranslationRequest): TranslationRequest {
  return {
    coded: {
      ...(coded.text !== undefined && { text: coded.text }),
      codings: coded.codings.map((coding) => ({ ...coding })),
    },
    targets: [...targets],
    kind,
    ...(hasValue !== undefined && { hasValue }),
  };
}

function frozen(answer: TranslationAnswer): TranslationAnswer {
  if (answer.outcome === "mapped") {
    for (const coding of [answer.coding, ...(answer.also ?? [])])
      Object.freeze(Object.freeze(coding).map);
    Object.freeze(answer.also);
  }
  return Object.freeze(answer);
}
