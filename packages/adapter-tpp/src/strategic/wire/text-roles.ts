import type { EntryText } from "@gp2gp/core";

/** The questions that free text answers where it is more than a note, by the role the text has in the record. */
const questions: readonly (readonly [EntryText["role"], string])[] = [
  ["displayed", "As displayed"],
  ["title", "Title"],
  ["reason", "Reason"],
  ["instruction", "Instruction"],
  ["pharmacy", "Note to pharmacy"],
  ["patient", "Note to patient"],
  ["result", "Result"],
  ["comment", "Comment"],
];
const byRole = new Map(questions);
const byQuestion = new Map(questions.map(([role, question]) => [question, role]));

export function questionOfRole(role: EntryText["role"]): string | undefined {
  return byRole.get(role);
}

export function roleOfQuestion(question: string): EntryText["role"] | undefined {
  return byQuestion.get(question);
}
