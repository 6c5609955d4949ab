import { fixed, instance } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ad } from "../data-types/address.ts";
import { cv, tel } from "../data-types/coded.ts";
import { pn } from "../data-types/name.ts";
import { ii } from "../data-types/simple.ts";

// UKCT_MT120501UK03

const placeTable = hl7Class(
  "Place",
  { classCode: fixed("PLC"), determinerCode: instance },
  { name: optional(pn), telecom: optional(tel), addr: optional(ad) },
);
/** The place of a service. */
export interface ServicePlace extends Infer<typeof placeTable> {}
const servicePlace: WireType<ServicePlace> = placeTable;

const locationTable = hl7Class(
  "ServiceDeliveryLocation",
  { classCode: fixed("SDLOC") },
  { code: one(cv), location: optional(servicePlace) },
);
/** Where an organisation gives its service. */
export interface ServiceDeliveryLocation extends Infer<typeof locationTable> {}
const serviceDeliveryLocation: WireType<ServiceDeliveryLocation> = locationTable;

const organisationTable = hl7Class(
  "OrganizationSDS",
  { classCode: fixed("ORG"), determinerCode: instance },
  { id: one(ii), serviceDeliveryLocation: many(serviceDeliveryLocation) },
);
/** An organisation of the Spine directory, by its ODS code. */
export interface AgentOrganizationSDS extends Infer<typeof organisationTable> {}
const agentOrganizationSDS: WireType<AgentOrganizationSDS> = organisationTable;

const agentTable = hl7Class(
  "AgentOrgSDS",
  { classCode: fixed("AGNT") },
  { id: optional(ii), code: optional(cv), agentOrganizationSDS: one(agentOrganizationSDS) },
);
/** An organisation that acts: the author or the destination of an extract or a request. */
export interface AgentOrgSDS extends Infer<typeof agentTable> {}
export const agentOrgSDS: WireType<AgentOrgSDS> = agentTable;
