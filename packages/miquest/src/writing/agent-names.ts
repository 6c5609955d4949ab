import { factsOf, sayName } from "@gp2gp/core";
import type { Agent } from "@gp2gp/core";
import { derivedAgent, namesOfDerived } from "../sections/agents/derived-agent.ts";
import type { AgentKind, NamedAgent } from "../sections/agents/derived-agent.ts";
import { nullId } from "../wire/null-values.ts";

/** What cells call an agent. */
interface AgentName {
  readonly cell: string;
  /** What the cell says by itself, of an agent that needs no row of its own. */
  readonly derived?: NamedAgent;
}

/** What a naming is made with. */
export interface Naming {
  readonly supplier: string;
  readonly idOf: (kind: AgentKind, cell: string) => string;
  readonly canHold: (cell: string) => boolean;
}

/** How the cells of a response call the agents of a record: by code where they have one, else by name, each by another. */
export class AgentNames {
  readonly #names = new Map<string, AgentName>();
  readonly #taken = new Set<string>([nullId]);
  readonly #used = new Set<string>();

  constructor(agents: readonly Agent[], naming: Naming) {
    for (const agent of agents) {
      const derived = derivedNameOf(agent, naming);
      if (derived) this.#take(agent, { cell: derived.cell, derived });
    }
    for (const agent of agents) {
      if (this.#names.has(agent.id)) continue;
      const cell = cellsFor(agent).find((one) => this.#isFree(one, naming));
      if (cell !== undefined) this.#take(agent, { cell });
    }
  }

  /** The cell that names an agent as somebody or something of a kind; undefined where none can. */
  nameOf(id: string | undefined, kind: AgentKind): AgentName | undefined {
    const name = id === undefined ? undefined : this.#names.get(id);
    if (id === undefined || !name || (name.derived && name.derived.kind !== kind)) return undefined;
    this.#used.add(id);
    return name;
  }

  /** Whether a reader makes the agent of the cells that name it, so that it needs no row of its own. */
  isMadeOfCells(id: string): boolean {
    return this.#names.get(id)?.derived !== undefined && this.#used.has(id);
  }

  /** What the row of an agent calls it. */
  ownName(id: string): string | undefined {
    return this.#names.get(id)?.cell;
  }

  #isFree(cell: string, { canHold }: Naming): boolean {
    return cell !== "" && !this.#taken.has(cell) && canHold(cell);
  }

  #take({ id }: Agent, name: AgentName): void {
    this.#names.set(id, name);
    this.#taken.add(name.cell);
  }
}

/** What cells say of an agent, where they say all there is. */
function derivedNameOf(agent: Agent, { supplier, idOf, canHold }: Naming): NamedAgent | undefined {
  if (agent.supplierData !== undefined) return undefined;
  const facts = factLines(agent);
  return namesOfDerived(agent).find((named) => {
    const id = idOf(named.kind, named.cell);
    const { order, source } = agent;
    return (
      agent.id === id &&
      canHold(named.cell) &&
      factLines(derivedAgent(named, { supplier, id, order, source })) === facts
    );
  });
}

/** All an agent says, in an order of its own. */
function factLines(agent: Agent): string {
  return factsOf(agent)
    .map(({ path, value }) => JSON.stringify([...path, value]))
    .toSorted()
    .join();
}

/** What an agent may be called, best first: a general practitioner's national code, a name, its id. */
function cellsFor({ id, identifiers, person, name }: Agent): string[] {
  const national = identifiers.find(
    ({ system, value }) => system === "gmp" && /^G\d{7}$/.test(value),
  );
  const said = (sayName(person) ?? name)?.trim();
  return [national?.value, said, id].filter((cell) => cell !== undefined);
}
