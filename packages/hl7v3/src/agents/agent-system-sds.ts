import { fixed, instance } from "../table/attribute-spec.ts";
import { one } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ii } from "../data-types/simple.ts";

// UKCT_MT121001UK01

const systemTable = hl7Class(
  "SystemSDS",
  { classCode: fixed("DEV"), determinerCode: instance },
  { id: one(ii) },
);
/** A system, by its ASID. */
export interface SystemSDS extends Infer<typeof systemTable> {}
const systemSDS: WireType<SystemSDS> = systemTable;

const agentTable = hl7Class(
  "AgentSystemSDS",
  { classCode: fixed("AGNT") },
  { agentSystemSDS: one(systemSDS) },
);
/** A system that acts: the author of a message. */
export interface AgentSystemSDS extends Infer<typeof agentTable> {}
export const agentSystemSDS: WireType<AgentSystemSDS> = agentTable;
