import { idsOf, keyOf } from "../extract-facts.ts";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";

/** The agent directory. */
export const agentRules: readonly ExtractRule[] = [
  rule({
    rule: "agent-id-repeated",
    severity: "error",
    message: "Two agents of the directory have the same id, so references to it are ambiguous.",
    expected: "An id of its own for each agent.",
    at: ["Agent", "AgentSDS"],
    breaks: (_agent, place, facts) => {
      const key = keyOf(idsOf(place)[0]);
      return key !== undefined && facts.agents.get(key)?.node !== place.node;
    },
  }),
  rule({
    rule: "agent-empty",
    severity: "warning",
    message: "An agent is neither a person nor an organisation nor a device.",
    expected: "One of the agent… parts.",
    at: ["Agent"],
    breaks: (agent) =>
      agent.agentPerson === undefined &&
      agent.agentPersonSDS === undefined &&
      agent.agentOrganization === undefined &&
      agent.agentOrganizationSDS === undefined &&
      agent.agentDevice === undefined &&
      agent.agentDeviceSDS === undefined,
  }),
  rule({
    // gp2gp-messages 1.6, 11
    rule: "agent-name-absent",
    severity: "warning",
    message: "A person of the agent directory has no name.",
    expected: "A name, as parts or as one text.",
    at: ["agentPerson"],
    breaks: ({ name }) => (name?.parts ?? []).length === 0,
  }),
  rule({
    // gp2gp-messages 1.6, 4
    rule: "agent-unreferenced",
    severity: "information",
    message: "Nothing refers to an agent of the directory.",
    expected: "Agents that some part of the record names.",
    at: ["Agent", "AgentSDS"],
    breaks: (_agent, place, facts) =>
      idsOf(place).every((id) => !facts.namedAgents.has(keyOf(id) ?? "")),
  }),
];
