import { carriedLines } from "@gp2gp/core";
import type { Agent, AnyEntry, CarriedLine } from "@gp2gp/core";
import type { DirectoryPart } from "@gp2gp/hl7v3";
import { heldFacts, sameFacts } from "../details/held-facts.ts";
import { withoutMembers } from "../details/without-members.ts";
import { withDifference } from "../details/wire-difference.ts";
import { readAgent, readAgentSds } from "../sections/agents/read-agent.ts";
import { readOptionalPlace } from "../sections/agents/read-place.ts";
import { writePart } from "../sections/agents/write-part.ts";
import { writePlace } from "../sections/agents/write-place.ts";
import { detailOf } from "./statement-hint.ts";
import type { Scopes } from "./write-scope.ts";

export interface SettledAgent {
  readonly part: DirectoryPart;
  /** Facts it does not hold, for a note. */
  readonly lines: readonly CarriedLine[];
}

/** The directory entry of an agent, such that reading it gives the agent again, but for what a note is to carry. */
export function settleAgent(entry: Agent, index: number, scopes: Scopes): SettledAgent {
  const represented =
    typeof entry.represents === "string" ? scopes.index.entries.get(entry.represents) : undefined;
  const other = represented?.section === "agents" ? represented.entry : undefined;
  const plain = writePart(entry, other, scopes.write);
  const hint = detailOf(entry, "part");
  const part = hint === undefined ? plain : (withDifference(plain, hint) as DirectoryPart);
  if (sameFacts(entry, readPart(part))) return { part, lines: [] };
  const held = heldFacts("agents", index, entry, readPart(plain));
  if (held.surplus.length === 0) return { part: plain, lines: carriedLines(held.facts) };
  const less = withoutMembers(entry, held.surplus) as Agent;
  const reduced = writePart(less, other, scopes.write);
  const { facts } = heldFacts("agents", index, entry, readPart(reduced));
  return { part: reduced, lines: carriedLines(facts) };
}

function readPart({ agent }: DirectoryPart): Agent {
  if (!agent) throw new TypeError("a directory part stands for an agent");
  return agent.kind === "Agent" ? readAgent(agent) : readAgentSds(agent);
}

/** A place as a location gives it: its id is made of what it says. */
export interface SettledPlace {
  readonly derivedId: string;
  readonly lines: readonly CarriedLine[];
}

/** What of a place the location of a composition holds; undefined where it can say nothing of it. */
export function settlePlace(entry: Agent, index: number, scopes: Scopes): SettledPlace | undefined {
  const read = readOptionalPlace(writePlace(entry), scopes.readBack);
  if (!read || entry.kind !== "place") return undefined;
  if (sameFacts(entry, read)) return { derivedId: read.id, lines: [] };
  const held = heldFacts("agents", index, entry, read as AnyEntry);
  return held.surplus.length > 0
    ? undefined
    : { derivedId: read.id, lines: carriedLines(held.facts) };
}
