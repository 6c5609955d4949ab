import type { RequestStatement } from "@gp2gp/hl7v3";
import { readText } from "../../values/text.ts";
import { readStatementText } from "../narratives/read-narrative.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { readHead } from "../shared/statement-head.ts";

/** A request to another service: to whom it goes, how urgent it is, and its own number. */
export function readRequest(statement: RequestStatement, scope: ReadScope): Reading<"referrals"> {
  const { texts, carried } = readStatementText(statement);
  const recipient = scope.agentId(statement.responsibleParty?.agentRef?.id);
  const modeCode = statement.responsibleParty?.modeCode;
  const mode = modeCode?.displayName ?? readText(modeCode?.originalText) ?? modeCode?.code;
  return {
    section: "referrals",
    entry: {
      ...readHead(statement.id ?? [], statement.code, statement, scope),
      texts,
      ...(recipient !== undefined && { recipient }),
      ...(mode !== undefined && mode !== "" && { mode }),
    },
    carried,
  };
}
