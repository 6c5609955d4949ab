import type { PlacedEntry } from "@gp2gp/tabular";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { addFreeText, writeWords } from "../../writing/write-words.ts";

/** Writes an answered questionnaire, each answer as free text that names its question. */
export function writeQuestionnaire(placed: PlacedEntry, writing: ExtractWriting): void {
  const { name, version, answers, ...entry } = writing.entry(placed, "questionnaires");
  const row = writing.start(placed, "SRAnsweredQuestionnaire");
  const form =
    name === undefined
      ? undefined
      : writing.lists.idOf("SRQuestionnaire", {
          QuestionnaireName: name,
          QuestionnaireVersion: version,
        });
  writing.put(row, "IDQuestionnaire", form);
  const answerRows = answers.flatMap(({ question, answer }) => {
    if (!writing.rows.canHold(question)) return [];
    const own = addFreeText(row, writing.rows, question);
    writing.put(own, "FreeText", answer);
    writing.put(own, "QuestionnaireName", name);
    writing.put(own, "IDAnsweredQuestionnaire", row.cells["RowIdentifier"]);
    return own;
  });
  const { rows, text } = writeWords(row, entry, writing);
  writing.place(placed, { rows: [row, ...answerRows, ...rows], ...(text && { text }) });
}
