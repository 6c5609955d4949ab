import { defaulted, fixed } from "../table/attribute-spec.ts";
import { one } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { ehrExtract } from "../extract/ehr-extract.ts";
import { controlActAttributes, controlActFields } from "../transmission/control-act.ts";
import { messageHead, messageRoute } from "../transmission/transmission.ts";

const subjectTable = hl7Class(
  "Subject",
  { typeCode: fixed("SUBJ"), contextConductionInd: defaulted("false", "bl") },
  { EhrExtract: one(ehrExtract) },
);
/** What an extract message is about. */
export interface ExtractSubject extends Infer<typeof subjectTable> {}
const extractSubject: WireType<ExtractSubject> = subjectTable;

const controlActTable = hl7Class("ControlActEvent", controlActAttributes, {
  ...controlActFields,
  subject: one(extractSubject),
});
/** The control act of an extract message. */
export interface ExtractControlAct extends Infer<typeof controlActTable> {}
const extractControlAct: WireType<ExtractControlAct> = controlActTable;

const messageTable = hl7Class(
  "Message",
  {},
  { ...messageHead, ...messageRoute, ControlActEvent: one(extractControlAct) },
);
/** An EHR Extract in its transport wrapper: RCMR_IN030000UK06, or RCMR_IN030000UK07, which can say what is confidential. */
export interface EhrExtractMessage extends Infer<typeof messageTable> {}
export const ehrExtractMessage: WireType<EhrExtractMessage> = messageTable;
