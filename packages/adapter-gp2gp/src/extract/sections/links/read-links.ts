import type { Link } from "@gp2gp/core";
import { newEntry } from "@gp2gp/core";
import type { ReplacementOf, SequelTo, StatementReason, StatementRef } from "@gp2gp/hl7v3";
import type { ReadScope } from "../shared/scopes.ts";

/** The parts of a statement's tail that relate it to others. */
export interface RelatedTail {
  readonly replacementOf?: readonly ReplacementOf[] | undefined;
  readonly reason?: readonly StatementReason[] | undefined;
  readonly sequelTo?: readonly SequelTo[] | undefined;
}

/** From what the id of a relation is made: it has none of its own in a message. */
const linkSeed = (kind: Link["kind"], from: string): string =>
  `gp2gp-ehr-extract:link:${kind}:${from}`;

/** What a statement replaces, why it is there, and what it follows: one link of each kind. */
export function readTailLinks(from: string, tail: RelatedTail, scope: ReadScope): Link[] {
  return [
    ...linkOf(
      "replaces",
      from,
      tail.replacementOf?.map((one) => one.priorStatementRef),
      scope,
    ),
    ...linkOf(
      "reason",
      from,
      tail.reason?.map((one) => one.justifyingStatementRef),
      scope,
    ),
    ...linkOf(
      "sequel-to",
      from,
      tail.sequelTo?.map((one) => one.priorStatementRef),
      scope,
    ),
  ];
}

function linkOf(
  kind: Link["kind"],
  from: string,
  refs: readonly (StatementRef | undefined)[] | undefined,
  scope: ReadScope,
): Link[] {
  const targets = (refs ?? []).flatMap((ref) => scope.referenceId(ref?.id) ?? []);
  return targets.length === 0
    ? []
    : [{ ...newEntry(scope.newId(linkSeed(kind, from)), 0, {}), kind, from, targets }];
}

/** A relation of a statement whose entry has another id than the statement's own. */
export function linkedFrom(link: Link, from: string, scope: ReadScope): Link {
  return link.from === from ? link : { ...link, id: scope.newId(linkSeed(link.kind, from)), from };
}
