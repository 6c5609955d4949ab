import type { Link } from "@gp2gp/core";
import { writeStatementRef } from "../problems/write-link-set.ts";
import type { WriteScope } from "../shared/scopes.ts";
import type { RelatedTail } from "./read-links.ts";

/** The kinds of link that stand in the tail of the statement they go out from. */
export const tailKinds: ReadonlySet<Link["kind"]> = new Set(["replaces", "reason", "sequel-to"]);

/** The tail parts of a statement for the links that go out from it: at most one of each kind. */
export function writeTailLinks(links: readonly Link[], scope: WriteScope): RelatedTail {
  const refs = (kind: Link["kind"]) =>
    links
      .filter((link) => link.kind === kind)
      .flatMap((link) => link.targets.map((target) => writeStatementRef(target, scope)));
  const [replaced, reasons, followed] = [refs("replaces"), refs("reason"), refs("sequel-to")];
  return {
    ...(replaced.length > 0 && {
      replacementOf: replaced.map((ref) => ({ typeCode: "RPLC", priorStatementRef: ref })),
    }),
    ...(reasons.length > 0 && {
      reason: reasons.map((ref) => ({ typeCode: "RSON", justifyingStatementRef: ref })),
    }),
    ...(followed.length > 0 && {
      sequelTo: followed.map((ref) => ({ typeCode: "SEQL", priorStatementRef: ref })),
    }),
  };
}
