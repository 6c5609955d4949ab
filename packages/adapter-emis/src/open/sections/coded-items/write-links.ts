import type { EntryId } from "@gp2gp/core";
import { linkTypes } from "../../codecs/value-tables.ts";
import type { WireLinkList } from "../../wire/ident-types.ts";
import type { Writing } from "../../writing/writing.ts";

/** The problems an entry belongs to: links stand at the entry, by the entry that names the problem. */
export function writeProblemLinks(id: EntryId, writing: Writing): WireLinkList | undefined {
  const links = (writing.problemLinks.get(id) ?? []).flatMap(({ problem, at }) => {
    const { names, links: all } = problem.entry;
    const link = all[at];
    if (names === undefined || !link) return [];
    return [{ Target: writing.idents.of(names), LinkType: linkTypes.write(link.kind) ?? "0" }];
  });
  return links.length > 0 ? { Link: links } : undefined;
}

/** The referrals an entry is linked to. */
export function writeReferralLinks(id: EntryId, writing: Writing): WireLinkList | undefined {
  const links = (writing.referralLinks.get(id) ?? []).map((link) => ({
    Target: writing.idents.of(link.entry.targets[0] ?? ""),
    LinkType: "0",
  }));
  return links.length > 0 ? { Link: links } : undefined;
}
