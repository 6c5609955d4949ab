import { required } from "../table/attribute-spec.ts";
import { many, one } from "../table/field-spec.ts";
import { hl7Class, type Infer, type WireType } from "../table/wire-type.ts";
import { cv } from "../data-types/coded.ts";
import { ii } from "../data-types/simple.ts";
import { controlActAttributes, controlActFields } from "../transmission/control-act.ts";
import { acknowledgementRoute, messageHead } from "../transmission/transmission.ts";

const detailTable = hl7Class("AcknowledgementDetail", { typeCode: required() }, { code: one(cv) });
/** A reason that stands in the acknowledgement itself. */
export interface AcknowledgementDetail extends Infer<typeof detailTable> {}
const acknowledgementDetail: WireType<AcknowledgementDetail> = detailTable;

const referenceTable = hl7Class("MessageRef", {}, { id: one(ii) });
/** The message that is acknowledged, by its id. */
export interface MessageRef extends Infer<typeof referenceTable> {}
const messageRef: WireType<MessageRef> = referenceTable;

const acknowledgementTable = hl7Class(
  "Acknowledgement",
  { typeCode: required() },
  { acknowledgementDetail: many(acknowledgementDetail), messageRef: one(messageRef) },
);
/** What is acknowledged, and how: AA accepted, AE error, AR rejected. */
export interface Acknowledgement extends Infer<typeof acknowledgementTable> {}
const acknowledgement: WireType<Acknowledgement> = acknowledgementTable;

const controlActTable = hl7Class("ControlActEvent", controlActAttributes, controlActFields);
/** The control act of an acknowledgement: the reasons of a negative one. */
export interface AcknowledgementControlAct extends Infer<typeof controlActTable> {}
const acknowledgementControlAct: WireType<AcknowledgementControlAct> = controlActTable;

const messageTable = hl7Class(
  "Message",
  {},
  {
    ...messageHead,
    acknowledgement: one(acknowledgement),
    ...acknowledgementRoute,
    ControlActEvent: one(acknowledgementControlAct),
  },
);
/** An application acknowledgement: MCCI_IN010000UK13. */
export interface AcknowledgementMessage extends Infer<typeof messageTable> {}
export const acknowledgementMessage: WireType<AcknowledgementMessage> = messageTable;
