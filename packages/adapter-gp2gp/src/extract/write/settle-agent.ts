import { carriedLines } from "@gp2gp/core";
import type { Agent, AnyEntry, CarriedLine, Consultation, Json } from "@gp2gp/core";
import { directoryPart } from "@gp2gp/hl7v3";
import type { DirectoryPart, Location } from "@gp2gp/hl7v3";
import { heldFacts, mostHeld, sameFacts } from "../details/held-facts.ts";
import { withAllDetails, withFittingDetails } from "../details/fitting-details.ts";
import { withDifference } from "../details/wire-difference.ts";
import { readAgent, readAgentSds } from "../sections/agents/read-agent.ts";
import { readOptionalPlace } from "../sections/agents/read-place.ts";
import { writePart } from "../sections/agents/write-part.ts";
import { writePlace } from "../sections/agents/write-place.ts";
import { detailOf, idsOf } from "./statement-hint.ts";
import type { Scopes } from "./write-scope.ts";

export interface SettledAgent {
  readonly part: DirectoryPart;
  /** Facts it does not hold, for a note. */
  readonly lines: readonly CarriedLine[];
  readonly lostDetails: boolean;
}

/** The directory entry of an agent, such that reading it gives the agent again, but for what a note is to carry. */
export function settleAgent(entry: Agent, index: number, scopes: Scopes): SettledAgent {
  const represented =
    typeof entry.represents === "string" ? scopes.index.entries.get(entry.represents) : undefined;
  const other = represented?.section === "agents" ? represented.entry : undefined;
  const plain = writePart(entry, other, scopes.write);
  const hint = detailOf(entry, "part");
  const [known] = idsOf(entry) ?? [];
  const form = (own: DirectoryPart, says: (read: Agent) => boolean) => ({
    type: directoryPart,
    version: scopes.write.version,
    plain: own,
    says: (one: DirectoryPart) => says(readPart(one)),
  });
  const isWhole = (read: Agent): boolean =>
    sameFacts(entry, known === entry.id ? { ...read, id: known } : read);
  const whole =
    hint === undefined
      ? isWhole(readPart(plain)) && plain
      : withAllDetails(form(plain, isWhole), hint);
  if (whole) return { part: whole, lines: [], lostDetails: false };
  const { written, held } = mostHeld(entry, (less) =>
    heldFacts("agents", index, entry, readPart(writePart(less, other, scopes.write))),
  );
  const lines = carriedLines(held.facts, (id) => scopes.index.nameOf(id));
  const less = writePart(written, other, scopes.write);
  if (hint === undefined) return { part: less, lines, lostDetails: false };
  const own = readPart(less);
  const fitted = withFittingDetails(
    form(less, (read) => sameFacts(own, read)),
    hint,
    entry,
  );
  return { part: fitted.part, lines, lostDetails: fitted.anyLost };
}

function readPart({ agent }: DirectoryPart): Agent {
  if (!agent) throw new TypeError("a directory part stands for an agent");
  return agent.kind === "Agent" ? readAgent(agent) : readAgentSds(agent);
}

/** A place as a location gives it: its id is made of what it says. */
export interface SettledPlace {
  readonly location: Location;
  readonly derivedId: string;
  readonly lines: readonly CarriedLine[];
}

/**
 * What of a place the location of a composition holds: as one of the `hosts` that name it had it, where that says the
 * place, else in its plain form. Undefined where a location can say nothing of it.
 */
export function settlePlace(
  entry: Agent,
  index: number,
  hosts: readonly Consultation[],
  scopes: Scopes,
): SettledPlace | undefined {
  if (entry.kind !== "place") return undefined;
  const plain = writePlace(entry);
  const read = readOptionalPlace(plain, scopes.readBack);
  if (read && sameFacts(entry, read)) return { location: plain, derivedId: read.id, lines: [] };
  for (const host of hosts) {
    const location = locationIn(detailOf(host, "composition"), plain);
    const place = location && readOptionalPlace(location, scopes.readBack);
    if (place && sameFacts(entry, place)) return { location, derivedId: place.id, lines: [] };
  }
  if (!read) return undefined;
  const held = heldFacts("agents", index, entry, read as AnyEntry);
  return held.surplus.length > 0
    ? undefined
    : {
        location: plain,
        derivedId: read.id,
        lines: carriedLines(held.facts, (id) => scopes.index.nameOf(id)),
      };
}

/** The location of a composition as its source had it, where that was kept. */
function locationIn(composition: Json | undefined, plain: Location): Location | undefined {
  if (composition === undefined) return undefined;
  const { ehrComposition } = withDifference(
    { ehrComposition: { location: plain } },
    composition,
  ) as {
    readonly ehrComposition?: { readonly location?: Location };
  };
  return ehrComposition?.location;
}
