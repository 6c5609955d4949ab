import { fixed, instance } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { agentOrgSDS } from "../agents/agent-org-sds.ts";
import { agentPersonSDS } from "../agents/agent-person-sds.ts";
import { ii } from "../data-types/simple.ts";

// MCCI_MT010101UK12, and MCCI_MT020101UK12, which differs in the class code of the organisation alone

const organisation = (classCode: string) =>
  hl7Class(
    "Organization",
    { classCode: fixed(classCode), determinerCode: instance },
    { id: one(ii), AgentOrgSDS: one(agentOrgSDS), AgentPersonSDS: one(agentPersonSDS) },
  );
/** The organisation that a device represents. */
export interface DeviceOrganization extends Infer<ReturnType<typeof organisation>> {}

const deviceAgent = (representedOrganization: WireType<DeviceOrganization>) =>
  hl7Class(
    "Agent",
    { classCode: fixed("AGNT") },
    { representedOrganization: optional(representedOrganization) },
  );
/** For whom a device acts. */
export interface DeviceAgent extends Infer<ReturnType<typeof deviceAgent>> {}

const device = (agencyFor: WireType<DeviceAgent>) =>
  hl7Class(
    "Device",
    { classCode: fixed("DEV"), determinerCode: instance },
    { id: many(ii, 1), agencyFor: optional(agencyFor) },
  );
/** A system that sends or receives, by its ASID. */
export interface TransmissionDevice extends Infer<ReturnType<typeof device>> {}

const communicationFunction = (
  name: string,
  typeCode: string,
  type: WireType<TransmissionDevice>,
) => hl7Class(name, { typeCode: fixed(typeCode) }, { device: one(type) });
/** The sender or a receiver of a message. */
export interface CommunicationFunction extends Infer<ReturnType<typeof communicationFunction>> {}

function between(type: WireType<TransmissionDevice>): {
  readonly receiver: WireType<CommunicationFunction>;
  readonly sender: WireType<CommunicationFunction>;
} {
  return {
    receiver: communicationFunction("CommunicationFunctionRcv", "RCV", type),
    sender: communicationFunction("CommunicationFunctionSnd", "SND", type),
  };
}

/** Sender and receiver of a message that is no acknowledgement. */
export const sendFunctions = between(device(deviceAgent(organisation("ORG"))));
/** Sender and receiver of an acknowledgement. */
export const acknowledgeFunctions = between(device(deviceAgent(organisation("ENT"))));
