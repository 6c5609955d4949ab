import { newEntry } from "@gp2gp/core";
import type { Agent } from "@gp2gp/core";
import { locations, meaningOf } from "../../wire/code-tables.ts";
import { codedAs, hcpIdentifier, miquestSystems, practiceIdentifier } from "../../wire/systems.ts";

/** What a cell names somebody or something as. */
export type AgentKind = "hcp" | "practice" | "unit" | "location";

/** An agent of whom a row says no more than a code or name. */
export interface NamedAgent {
  readonly kind: AgentKind;
  readonly cell: string;
  /** HCP_TYPE, where the row has it. */
  readonly type?: string | undefined;
}

/** All that the format says of an agent that has no row of its own. */
export function derivedAgent(
  { kind, cell, type }: NamedAgent,
  about: {
    readonly supplier: string;
    readonly id: string;
    readonly order: number;
    readonly source: Agent["source"];
  },
): Agent {
  const { id, order, source, supplier } = about;
  const entry = newEntry(id, order, source);
  switch (kind) {
    case "hcp":
      return {
        ...entry,
        kind: "person",
        identifiers: [hcpIdentifier(cell, supplier)],
        ...(type !== undefined && { concept: codedAs(miquestSystems.hcpType, type) }),
      };
    case "practice":
      return { ...entry, kind: "organisation", identifiers: [practiceIdentifier(cell, supplier)] };
    case "unit":
      return { ...entry, kind: "organisation", name: cell };
    case "location":
      return {
        ...entry,
        kind: "place",
        name: meaningOf(locations, cell) ?? cell,
        concept: codedAs(miquestSystems.location, cell, locations),
      };
  }
}

/** What cells name an agent by that has no row of its own: what it would be read from. */
export function namesOfDerived(agent: Agent): readonly NamedAgent[] {
  const [identifier, ...others] = agent.identifiers;
  const code = agent.concept?.codings[0]?.code;
  if (agent.kind === "person" && identifier && others.length === 0)
    return [{ kind: "hcp", cell: identifier.value, type: code }];
  if (agent.kind === "place" && code !== undefined) return [{ kind: "location", cell: code }];
  if (agent.kind !== "organisation") return [];
  if (identifier) return [{ kind: "practice", cell: identifier.value }];
  return agent.name === undefined ? [] : [{ kind: "unit", cell: agent.name }];
}
