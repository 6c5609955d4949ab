import type { Agent } from "@gp2gp/core";
import type { DirectoryPart } from "@gp2gp/hl7v3";
import type { WriteScope } from "../shared/scopes.ts";
import { writeAgent } from "./write-agent.ts";

/** An agent's place in the directory. */
export function writePart(
  entry: Agent,
  represented: Agent | undefined,
  scope: WriteScope,
): DirectoryPart {
  return { typeCode: "PART", agent: { kind: "Agent", ...writeAgent(entry, represented, scope) } };
}
