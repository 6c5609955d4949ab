import type { Questionnaire } from "@gp2gp/core";
import type { ExtractReading } from "../../reading/extract-reading.ts";

/** Reads the answered questionnaires; their answers are free text that names its question. */
export function readQuestionnaires(extract: ExtractReading): void {
  for (const row of extract.of("SRAnsweredQuestionnaire")) {
    const answers = extract.freeTexts.answersTo(row.cells["RowIdentifier"]);
    const start = extract.start(row, answers);
    const form = extract.sharedNamed("SRQuestionnaire", row, "IDQuestionnaire");
    const { QuestionnaireName: name, QuestionnaireVersion: version } = form?.cells ?? {};
    const called = name ?? answers[0]?.cells["QuestionnaireName"];
    const entry: Questionnaire = {
      ...start.shape,
      ...start.dated,
      ...(called !== undefined && { name: called }),
      ...(version !== undefined && { version }),
      answers: answers.map(({ cells: { Question: question = "", FreeText: answer } }) => ({
        question,
        ...(answer !== undefined && { answer }),
      })),
    };
    extract.add("questionnaires", entry, start.origin);
  }
}
