import type { EntryId } from "@gp2gp/core";
import type { LinkSet } from "@gp2gp/hl7v3";
import { readCoded } from "../../values/coded.ts";
import { readText } from "../../values/text.ts";
import { withOwnTimes } from "../../values/times.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { readHead } from "../shared/statement-head.ts";
import { readActivity, readSignificance, unspecifiedProblemCode } from "./problem-codes.ts";

/** A problem; or, where an unspecified set names a request, the documents of a referral. */
export function readLinkSet(
  statement: LinkSet,
  scope: ReadScope,
): Reading<"problems"> | Reading<"links"> {
  // MIM: LinkSet conditionNamed is 0..1
  const named = scope.referenceId(statement.conditionNamed?.namedStatementRef?.id);
  const targets = (statement.component ?? []).flatMap(
    ({ statementRef }) => scope.referenceId(statementRef?.id) ?? [],
  );
  const activity = readActivity(statement.code);
  const unspecified = statement.code?.code === unspecifiedProblemCode;
  const concept = activity === undefined && !unspecified ? readCoded(statement.code) : undefined;
  const shown = concept ? undefined : readText(statement.code?.originalText);
  const head = {
    ...readHead([statement.id], undefined, withOwnTimes(statement), scope),
    ...(concept && { concept }),
    texts: shown === undefined ? [] : [{ text: shown, role: "displayed" as const }],
  };
  if (unspecified && isReferral(named, targets, scope)) {
    return {
      section: "links",
      entry: {
        ...head,
        kind: "referral-document",
        ...(named !== undefined && { from: named }),
        targets,
      },
    };
  }
  const significance = readSignificance(statement.code);
  return {
    section: "problems",
    entry: {
      ...head,
      ...(named !== undefined && { names: named }),
      ...(activity !== undefined && { activity }),
      ...(significance !== undefined && { significance }),
      links: targets.map((target) => ({ target, kind: "associated" })),
    },
  };
}

function isReferral(
  named: EntryId | undefined,
  targets: readonly EntryId[],
  scope: ReadScope,
): boolean {
  const ids = named === undefined ? targets : [named, ...targets];
  return ids.some((id) => scope.target(id)?.kind === "RequestStatement");
}
