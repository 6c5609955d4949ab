import { newEntry } from "@gp2gp/core";
import type { Agent, SourceLocation } from "@gp2gp/core";
import type { ClientReading } from "./client-reading.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";

/** Users and places the record refers to by name; those nobody describes become agents with that name alone. */
export class AgentDirectory {
  readonly #reading: ClientReading;
  readonly #users = new Map<string, string>();
  readonly #places = new Map<string, string>();

  constructor(reading: ClientReading) {
    this.#reading = reading;
  }

  /** Makes an agent that was read known by its user name. */
  know(agent: Agent): void {
    for (const { system, value } of agent.identifiers)
      if (system === tppSystems.user && !this.#users.has(value)) this.#users.set(value, agent.id);
    if (
      agent.kind === "place" &&
      agent.name !== undefined &&
      agent.id === this.#idOfPlace(agent.name)
    )
      this.#places.set(agent.name, agent.id);
  }

  user(userName: string, source: SourceLocation): string {
    const known = this.#users.get(userName);
    if (known !== undefined) return known;
    const agent: Agent = {
      ...newEntry(this.#reading.ids.user(userName), this.#order(), source),
      kind: "person",
      identifiers: [{ system: tppSystems.user, value: userName }],
    };
    this.#reading.add("agents", agent);
    this.#users.set(userName, agent.id);
    return agent.id;
  }

  place(name: string, source: SourceLocation): string {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const agent: Agent = {
      ...newEntry(this.#idOfPlace(name), this.#order(), source),
      kind: "place",
      name,
    };
    this.#reading.add("agents", agent);
    this.#places.set(name, agent.id);
    return agent.id;
  }

  #idOfPlace(name: string): string {
    return this.#reading.ids.place(name);
  }

  #order(): number {
    return this.#reading.draft.agents.length;
  }
}
