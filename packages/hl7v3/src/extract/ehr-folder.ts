import { fixed, participation } from "../table/attribute-spec.ts";
import { many, one } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { agentDirectory } from "../agents/agent.ts";
import { agentOrgSDS } from "../agents/agent-org-sds.ts";
import { cs, ivlTs } from "../data-types/coded.ts";
import { ii, ts } from "../data-types/simple.ts";
import { ehrComposition } from "./ehr-composition.ts";
import { signature } from "./signature.ts";

const authorTable = hl7Class(
  "Author2",
  { typeCode: participation("AUT") },
  { ...signature, AgentOrgSDS: one(agentOrgSDS) },
);
/** The organisation that made a folder or an extract, and when (HL7's classes Author2 and Author3, which are alike). */
export interface OrganisationAuthor extends Infer<typeof authorTable> {}
export const organisationAuthor: WireType<OrganisationAuthor> = authorTable;

const responsibleTable = hl7Class(
  "ResponsibleParty",
  { typeCode: participation("RESP") },
  { agentDirectory: one(agentDirectory) },
);
/** The agents of a folder. */
export interface FolderResponsibleParty extends Infer<typeof responsibleTable> {}
const responsibleParty: WireType<FolderResponsibleParty> = responsibleTable;

const componentTable = hl7Class(
  "Component3",
  { typeCode: fixed("COMP") },
  { ehrComposition: one(ehrComposition) },
);
/** A composition of a folder. */
export interface CompositionComponent extends Infer<typeof componentTable> {}
export const compositionComponent: WireType<CompositionComponent> = componentTable;

const folderTable = hl7Class(
  "EhrFolder",
  { classCode: fixed("FOLDER"), moodCode: fixed("EVN") },
  {
    id: one(ii),
    statusCode: one(cs),
    effectiveTime: one(ivlTs),
    availabilityTime: one(ts),
    author: one(organisationAuthor),
    responsibleParty: one(responsibleParty),
    component: many(compositionComponent, 1),
  },
);
/** The record of one patient at one practice: its compositions, and the agents they refer to. */
export interface EhrFolder extends Infer<typeof folderTable> {}
export const ehrFolder: WireType<EhrFolder> = folderTable;
