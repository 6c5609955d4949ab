import type { Coded, Qualifier } from "@gp2gp/core";

/** A refinement in words: `Consultation type`, `Minor Surgery`. */
export function wordsQualifier(name: string, value: string): Qualifier {
  return { name: { text: name, codings: [] }, value: { text: value, codings: [] } };
}

/** A code with the words shown for it, where they are not its own term, and refinements of it. */
export function shownConcept(
  concept: Coded | undefined,
  term: string | undefined,
  qualifiers: readonly Qualifier[],
): { readonly concept?: Coded } {
  if (!concept && term === undefined && qualifiers.length === 0) return {};
  const isOfCode = concept?.codings.some(({ display }) => display === term) === true;
  return {
    concept: {
      ...concept,
      ...(term !== undefined && !isOfCode && { text: term }),
      codings: concept?.codings ?? [],
      ...(qualifiers.length > 0 && { qualifiers }),
    },
  };
}

/** The words of a refinement in words, where a concept has it; undefined where it says more. */
export function qualifierText(concept: Coded | undefined, name: string): string | undefined {
  const found = concept?.qualifiers?.find((one) => one.name?.text === name);
  return found?.value?.text;
}
