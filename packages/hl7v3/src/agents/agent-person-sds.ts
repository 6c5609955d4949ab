import { fixed, instance } from "../table/attribute-spec.ts";
import { one } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ii } from "../data-types/simple.ts";

// UKCT_MT120301UK02 and UKCT_MT120901UK01

const personTable = hl7Class(
  "PersonSDS",
  { classCode: fixed("PSN"), determinerCode: instance },
  { id: one(ii) },
);
/** A person of the Spine directory. */
export interface PersonSDS extends Infer<typeof personTable> {}
export const personSDS: WireType<PersonSDS> = personTable;

const agentTable = hl7Class(
  "AgentPersonSDS",
  { classCode: fixed("AGNT") },
  { id: one(ii), agentPersonSDS: one(personSDS) },
);
/** A person who acts for an organisation. */
export interface AgentPersonSDS extends Infer<typeof agentTable> {}
export const agentPersonSDS: WireType<AgentPersonSDS> = agentTable;

const roleTable = hl7Class("SDSRole", { classCode: fixed("ROL") }, { id: one(ii) });
/** A role of the Spine directory. */
export interface SDSRole extends Infer<typeof roleTable> {}
const sdsRole: WireType<SDSRole> = roleTable;

const partTable = hl7Class("Part", { typeCode: fixed("PART") }, { partSDSRole: one(sdsRole) });
/** The role in which a person acts. */
export interface RolePart extends Infer<typeof partTable> {}
const rolePart: WireType<RolePart> = partTable;

const authorTable = hl7Class(
  "AgentPersonSDS",
  { classCode: fixed("AGNT") },
  { id: one(ii), agentPersonSDS: one(personSDS), part: one(rolePart) },
);
/** A person who acts in a role: the human author of a message. */
export interface AgentPersonRoleSDS extends Infer<typeof authorTable> {}
export const agentPersonRoleSDS: WireType<AgentPersonRoleSDS> = authorTable;
