import { many, one } from "../table/field-spec.ts";
import { cs } from "../data-types/coded.ts";
import { ii, ts } from "../data-types/simple.ts";
import { acknowledgeFunctions, sendFunctions } from "./communication-function.ts";

/** The head of every message. */
export const messageHead = {
  id: one(ii),
  creationTime: one(ts),
  versionCode: one(cs),
  interactionId: one(ii),
  processingCode: one(cs),
  processingModeCode: one(cs),
  acceptAckCode: one(cs),
};

/** From whom to whom a message that is no acknowledgement goes. */
export const messageRoute = {
  communicationFunctionRcv: many(sendFunctions.receiver, 1),
  communicationFunctionSnd: one(sendFunctions.sender),
};

/** From whom to whom an acknowledgement goes. */
export const acknowledgementRoute = {
  communicationFunctionRcv: many(acknowledgeFunctions.receiver, 1),
  communicationFunctionSnd: one(acknowledgeFunctions.sender),
};
