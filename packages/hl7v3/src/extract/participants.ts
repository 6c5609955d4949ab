import { fixed, defaulted, required, instance, participation } from "../table/attribute-spec.ts";
import { many, one, optional } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ce, cv, ivlTs } from "../data-types/coded.ts";
import { pn } from "../data-types/name.ts";
import { bl, ts } from "../data-types/simple.ts";
import { participationTypes } from "../vocabulary/participation-types.ts";
import { agentRef } from "./references.ts";
import { signature } from "./signature.ts";

const overriding = defaulted("OP");

const authorTable = hl7Class(
  "Author",
  { typeCode: participation("AUT"), contextControlCode: overriding },
  { ...signature, agentRef: one(agentRef) },
);
/** Who wrote a composition, and when. */
export interface CompositionAuthor extends Infer<typeof authorTable> {}
export const compositionAuthor: WireType<CompositionAuthor> = authorTable;

const compositionParticipantTable = hl7Class(
  "Participant2",
  { typeCode: required(participationTypes), contextControlCode: overriding },
  { agentRef: one(agentRef) },
);
/** Who took part in a consultation, and as what (`typeCode`). */
export interface CompositionParticipant extends Infer<typeof compositionParticipantTable> {}
export const compositionParticipant: WireType<CompositionParticipant> = compositionParticipantTable;

const participantTable = hl7Class(
  "Participant",
  { typeCode: required(participationTypes), contextControlCode: overriding },
  { time: optional(ivlTs), agentRef: one(agentRef) },
);
/** Who took part in what a statement says, as what (`typeCode`), and when. */
export interface Participant extends Infer<typeof participantTable> {}
export const participant: WireType<Participant> = participantTable;

const performerTable = hl7Class(
  "Performer",
  { typeCode: participation("PRF") },
  { time: optional(ts), agentRef: one(agentRef) },
);
/** Who made a supply, and when. */
export interface Performer extends Infer<typeof performerTable> {}
export const performer: WireType<Performer> = performerTable;

const responsibleTable = hl7Class(
  "ResponsibleParty2",
  { typeCode: participation("RESP") },
  { agentRef: one(agentRef) },
);
/** The doctor with whom the patient is registered. */
export interface RegistrationResponsibleParty extends Infer<typeof responsibleTable> {}
export const registrationResponsibleParty: WireType<RegistrationResponsibleParty> =
  responsibleTable;

const requestedTable = hl7Class(
  "ResponsibleParty3",
  { typeCode: participation("RESP") },
  { modeCode: optional(cv), agentRef: one(agentRef) },
);
/** To whom a request goes. */
export interface RequestResponsibleParty extends Infer<typeof requestedTable> {}
export const requestResponsibleParty: WireType<RequestResponsibleParty> = requestedTable;

const personTable = hl7Class(
  "Person",
  { classCode: fixed("PSN"), determinerCode: instance },
  { name: many(pn), deceasedInd: optional(bl) },
);
/** A person who is not an agent: a relative or an informant. */
export interface Person extends Infer<typeof personTable> {}
const person: WireType<Person> = personTable;

const informantRoleTable = hl7Class(
  "InformantRole",
  { classCode: fixed("ROL") },
  { code: optional(ce), playingPerson: optional(person) },
);
/** What an informant is to the patient, and who. */
export interface InformantRole extends Infer<typeof informantRoleTable> {}
const informantRole: WireType<InformantRole> = informantRoleTable;

const informantTable = hl7Class(
  "Informant",
  { typeCode: participation("INF"), contextControlCode: overriding },
  { informantRole: one(informantRole) },
);
/** Who told it. */
export interface Informant extends Infer<typeof informantTable> {}
export const informant: WireType<Informant> = informantTable;

const relationshipTable = hl7Class(
  "PersonalRelationship",
  { classCode: fixed("PRS") },
  { code: optional(ce), relationshipHolder: optional(person) },
);
/** What the subject of an observation is to the patient, and who. */
export interface PersonalRelationship extends Infer<typeof relationshipTable> {}
const personalRelationship: WireType<PersonalRelationship> = relationshipTable;

const subjectTable = hl7Class(
  "Subject",
  { typeCode: participation("SBJ") },
  { personalRelationship: one(personalRelationship) },
);
/** Whom an observation is about, where that is not the patient. */
export interface Subject extends Infer<typeof subjectTable> {}
export const subject: WireType<Subject> = subjectTable;
