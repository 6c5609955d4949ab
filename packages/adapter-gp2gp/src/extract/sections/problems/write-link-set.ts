import type { EntryId, Link, Problem } from "@gp2gp/core";
import type { LinkSet, StatementRef } from "@gp2gp/hl7v3";
import { writeCoded } from "../../values/coded.ts";
import { writeText } from "../../values/text.ts";
import type { WriteScope } from "../shared/scopes.ts";
import { writeConfidentiality, writeStatusOf, writeTail } from "../shared/statement-head.ts";
import { unspecifiedProblemCode, writeProblemCode } from "./problem-codes.ts";
import { writeTimes, writeTimesFrom } from "../../values/times.ts";

/** A problem: what names it, what belongs to it, whether it is active and significant. */
export function writeProblem(entry: Problem, scope: WriteScope): LinkSet {
  const own = entry.concept && entry.activity === undefined && entry.names !== undefined;
  const named = entry.names === undefined ? undefined : scope.dateOf(entry.names);
  return {
    ...writeLinks(entry, scope),
    ...writeTimesFrom(entry, named),
    code: own
      ? writeCoded(entry.concept)
      : writeProblemCode(entry.activity, entry.significance, shownIn(entry)),
    ...writeTargets(
      entry.links.map(({ target }) => target),
      entry.names,
      scope,
    ),
    ...writeTail(entry, scope),
  };
}

/** The documents of a referral. */
export function writeReferralDocuments(entry: Link, scope: WriteScope): LinkSet {
  const shown = writeText(shownIn(entry));
  return {
    ...writeLinks(entry, scope),
    code: {
      code: unspecifiedProblemCode,
      codeSystem: "2.16.840.1.113883.2.1.3.2.4.15",
      displayName: "Unspecified problem",
      ...(shown && { originalText: shown }),
    },
    ...writeTargets(entry.targets, entry.from, scope),
    ...writeTail(entry, scope),
  };
}

/** What the screen showed for the set, where that is the first thing said of it. */
function shownIn({ texts: [first] }: Problem | Link): string | undefined {
  return first?.role === "displayed" ? first.text : undefined;
}

function writeLinks(entry: Problem | Link, scope: WriteScope): LinkSet {
  return {
    classCode: "OBS",
    moodCode: "EVN",
    id: { root: scope.writtenId(entry.id) },
    ...writeStatusOf(entry),
    ...writeTimes(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
  };
}

function writeTargets(
  targets: readonly EntryId[],
  named: EntryId | undefined,
  scope: WriteScope,
): Pick<LinkSet, "component" | "conditionNamed"> {
  return {
    ...(targets.length > 0 && {
      component: targets.map((target) => ({
        typeCode: "COMP",
        statementRef: writeStatementRef(target, scope),
      })),
    }),
    ...(named !== undefined && {
      conditionNamed: {
        typeCode: "NAME",
        inversionInd: "true",
        namedStatementRef: writeStatementRef(named, scope),
      },
    }),
  };
}

/** A reference to a statement, with the class and mood of what it points to. */
export function writeStatementRef(target: EntryId, scope: WriteScope): StatementRef {
  const { classCode = "OBS", moodCode = "EVN" } = scope.target(target) ?? {};
  return { classCode, moodCode, id: { root: scope.writtenId(target) } };
}
