import { EntryFacts } from "@gp2gp/core";
import type { Link } from "@gp2gp/core";
import type { ClientWriting } from "./client-writing.ts";
import { isWritable } from "./taking.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";

/** Links that only say which referral a consultation belongs to, as events say it: the first of each consultation. */
export function placeReferralLinks(
  consultations: ReadonlySet<string>,
  withheld: ReadonlySet<string>,
  writing: ClientWriting,
): ReadonlySet<string> {
  const placed = new Set<string>();
  for (const link of writing.record.links) {
    const { from } = link;
    if (withheld.has(link.id) || from === undefined || !consultations.has(from)) continue;
    const uid = referralUidOf(link, from, writing);
    if (uid === undefined || writing.referralUids.has(from)) continue;
    writing.referralUids.set(from, uid);
    placed.add(link.id);
  }
  return placed;
}

function referralUidOf(link: Link, from: string, { ids }: ClientWriting): string | undefined {
  const [identifier, ...others] = link.identifiers;
  if (identifier?.system !== tppSystems.referral || others.length > 0) return undefined;
  const uid = identifier.value;
  const facts = new EntryFacts("links", 0, link);
  for (const key of ["id", "kind", "from", "targets", "identifiers"]) facts.take(key);
  const isWhole =
    link.kind === "refers-to" &&
    identifier.assigner === undefined &&
    link.targets.length === 1 &&
    link.targets[0] === ids.referral(uid) &&
    link.id === ids.referralLink(from, uid) &&
    facts.rest().length === 0;
  return isWhole && isWritable(uid) ? uid : undefined;
}
