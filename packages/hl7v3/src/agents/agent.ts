import { fixed, instance } from "../table/attribute-spec.ts";
import { choice, exclusive, many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ad } from "../data-types/address.ts";
import { cs, cv, sc, st, tel } from "../data-types/coded.ts";
import { on, pn } from "../data-types/name.ts";
import { ii } from "../data-types/simple.ts";
import { personSDS } from "./agent-person-sds.ts";

// RCCT_MT120101UK01

const organisationTable = hl7Class(
  "Organization",
  { classCode: fixed("ORG"), determinerCode: instance },
  {
    id: optional(ii),
    code: optional(cv),
    name: optional(on),
    desc: optional(st),
    telecom: many(tel, 0, 5),
    addr: many(ad, 0, 2),
  },
);
/** An organisation of the agent directory. */
export interface AgentOrganization extends Infer<typeof organisationTable> {}
const organization: WireType<AgentOrganization> = organisationTable;

const organisationSDSTable = hl7Class(
  "OrganizationSDS",
  { classCode: fixed("ORG"), determinerCode: instance },
  { id: one(ii) },
);
/** An organisation by its identifier in the Spine directory alone. */
export interface OrganizationSDS extends Infer<typeof organisationSDSTable> {}
const organizationSDS: WireType<OrganizationSDS> = organisationSDSTable;

const personTable = hl7Class(
  "Person",
  { classCode: fixed("PSN"), determinerCode: instance },
  { name: optional(pn), administrativeGenderCode: optional(cs) },
);
/** A person of the agent directory. */
export interface AgentPerson extends Infer<typeof personTable> {}
const person: WireType<AgentPerson> = personTable;

const deviceSDSTable = hl7Class(
  "DeviceSDS",
  { classCode: fixed("DEV"), determinerCode: instance },
  { id: one(ii) },
);
/** A device by its identifier in the Spine directory alone. */
export interface DeviceSDS extends Infer<typeof deviceSDSTable> {}
const deviceSDS: WireType<DeviceSDS> = deviceSDSTable;

const deviceTable = hl7Class(
  "Device",
  { classCode: fixed("DEV"), determinerCode: instance },
  {
    id: optional(ii),
    code: optional(cv),
    name: optional(st),
    desc: optional(st),
    manufacturerModelName: optional(sc),
    softwareName: optional(sc),
  },
);
/** A device or software of the agent directory. */
export interface AgentDevice extends Infer<typeof deviceTable> {}
const device: WireType<AgentDevice> = deviceTable;

const agentTable = hl7Class(
  "Agent",
  { classCode: fixed("AGNT") },
  {
    id: many(ii, 1, 2),
    code: optional(cv),
    addr: many(ad),
    telecom: many(tel),
    agentOrganization: exclusive("agent", optional(organization)),
    agentOrganizationSDS: exclusive("agent", optional(organizationSDS)),
    agentPersonSDS: exclusive("agent", optional(personSDS)),
    agentPerson: exclusive("agent", optional(person)),
    agentDeviceSDS: exclusive("agent", optional(deviceSDS)),
    agentDevice: exclusive("agent", optional(device)),
    representedOrganization: exclusive("represented", optional(organization)),
    representedOrganizationSDS: exclusive("represented", optional(organizationSDS)),
    representedPersonSDS: exclusive("represented", optional(personSDS)),
    representedPerson: exclusive("represented", optional(person)),
  },
);
/** Who or what acts (one of the `agent…` parts), and for whom (at most one of the `represented…` parts). */
export interface Agent extends Infer<typeof agentTable> {}
export const agent: WireType<Agent> = agentTable;

const agentSDSTable = hl7Class(
  "AgentSDS",
  { classCode: fixed("AGNT") },
  { id: many(ii, 2, 2), agentPersonSDS: one(personSDS) },
);
/** A person by identifiers of the Spine directory alone. */
export interface AgentSDS extends Infer<typeof agentSDSTable> {}
const agentSDS: WireType<AgentSDS> = agentSDSTable;

const partTable = hl7Class(
  "Part",
  { typeCode: fixed("PART") },
  { agent: choice({ Agent: agent, AgentSDS: agentSDS }) },
);
/** One entry of the agent directory. */
export interface DirectoryPart extends Infer<typeof partTable> {}
export const directoryPart: WireType<DirectoryPart> = partTable;

const directoryTable = hl7Class(
  "AgentDirectory",
  { classCode: fixed("AGNT") },
  { part: many(directoryPart) },
);
/** The agents that the parts of a folder refer to by id. */
export interface AgentDirectory extends Infer<typeof directoryTable> {}
export const agentDirectory: WireType<AgentDirectory> = directoryTable;
