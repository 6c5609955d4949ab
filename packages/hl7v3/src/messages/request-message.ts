import { defaulted, fixed, participation } from "../table/attribute-spec.ts";
import { one } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { agentOrgSDS } from "../agents/agent-org-sds.ts";
import { ii } from "../data-types/simple.ts";
import { destination, recordTarget } from "../extract/patient.ts";
import { controlActAttributes, controlActFields } from "../transmission/control-act.ts";
import { messageHead, messageRoute } from "../transmission/transmission.ts";

// No schema of this message is public. Its parts are those of the extract and of the wrapper.

const authorTable = hl7Class(
  "Author",
  { typeCode: participation("AUT") },
  { AgentOrgSDS: one(agentOrgSDS) },
);
/** The practice that asks. */
export interface RequestAuthor extends Infer<typeof authorTable> {}
const requestAuthor: WireType<RequestAuthor> = authorTable;

const requestTable = hl7Class(
  "EhrRequest",
  { classCode: fixed("EXTRACT"), moodCode: fixed("RQO") },
  {
    id: one(ii),
    recordTarget: one(recordTarget),
    author: one(requestAuthor),
    destination: one(destination),
  },
);
/** What is asked for: the record of a patient, by a practice, of a practice. */
export interface EhrRequest extends Infer<typeof requestTable> {}
const ehrRequest: WireType<EhrRequest> = requestTable;

const subjectTable = hl7Class(
  "Subject",
  { typeCode: fixed("SUBJ"), contextConductionInd: defaulted("false", "bl") },
  { EhrRequest: one(ehrRequest) },
);
/** What a request message is about. */
export interface RequestSubject extends Infer<typeof subjectTable> {}
const requestSubject: WireType<RequestSubject> = subjectTable;

const controlActTable = hl7Class("ControlActEvent", controlActAttributes, {
  ...controlActFields,
  subject: one(requestSubject),
});
/** The control act of a request message. */
export interface RequestControlAct extends Infer<typeof controlActTable> {}
const requestControlAct: WireType<RequestControlAct> = controlActTable;

const messageTable = hl7Class(
  "Message",
  {},
  { ...messageHead, ...messageRoute, ControlActEvent: one(requestControlAct) },
);
/** A request for a patient's record: RCMR_IN010000UK05. */
export interface EhrRequestMessage extends Infer<typeof messageTable> {}
export const ehrRequestMessage: WireType<EhrRequestMessage> = messageTable;
