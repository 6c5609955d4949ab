import type { EhrExtract } from "../extract/ehr-extract.ts";
import { withDefaults } from "../table/with-defaults.ts";
import { ehrExtractMessage, type EhrExtractMessage } from "./extract-message.ts";
import { madeAuthor, madeHead, type MessageFacts } from "./message-route.ts";

/** The interactions that carry an extract. UK07 can say what is confidential. */
export type ExtractInteraction = "RCMR_IN030000UK06" | "RCMR_IN030000UK07";

/** What an extract message is made of. */
export interface ExtractMessageFacts extends MessageFacts {
  readonly interaction: ExtractInteraction;
  /** The extract, which goes into the message as it is: `withDefaults` is for its maker to call. */
  readonly extract: EhrExtract;
}

/** Puts an extract into its message. */
export function buildEhrExtractMessage(facts: ExtractMessageFacts): EhrExtractMessage {
  const message = withDefaults(ehrExtractMessage, {
    ...madeHead(facts, facts.interaction),
    ControlActEvent: { author1: madeAuthor(facts), subject: {} },
  });
  return {
    ...message,
    ControlActEvent: {
      ...message.ControlActEvent,
      subject: { ...message.ControlActEvent?.subject, EhrExtract: facts.extract },
    },
  };
}
