/** Who gives a reason, and at which step. */
export type AcknowledgementStep = "request" | "extract" | "either" | "continue";

/** One reason of code system 2.16.840.1.113883.2.1.3.2.4.17.101. */
export interface AcknowledgementReason {
  /** As it is written on the wire: two digits. */
  readonly code: string;
  readonly number: number;
  /** What it says, in words for an operator. */
  readonly meaning: string;
  /** Which message it answers: the request (from the sending practice), the extract (from the requesting one), or either. */
  readonly step: AcknowledgementStep;
  /** `information` is no failure; `success` is written as a failure and counts as integrated. */
  readonly effect: "failure" | "success" | "information";
}

function reason(
  number: number,
  step: AcknowledgementStep,
  meaning: string,
  effect: AcknowledgementReason["effect"] = "failure",
): AcknowledgementReason {
  return { code: String(number).padStart(2, "0"), number, meaning, step, effect };
}

/** Every reason that is known on the wire. Others are kept and shown, never refused. */
export const acknowledgementReasons: readonly AcknowledgementReason[] = [
  { ...reason(0, "continue", "Continue", "information"), code: "0" },
  reason(6, "request", "The patient is not registered at the practice that was asked"),
  reason(7, "request", "GP2GP messaging is not switched on at the practice that was asked"),
  reason(9, "extract", "An extract arrived that was not asked for"),
  reason(10, "request", "The extract could not be made"),
  reason(11, "extract", "The extract could not be integrated"),
  reason(12, "extract", "The extract arrived before: this one is a duplicate"),
  reason(13, "either", "The configuration of the system does not allow it"),
  reason(14, "request", "The practice that asks cannot receive large messages"),
  reason(15, "extract", "The patient came back: the extract was stored, and suppressed", "success"),
  reason(
    17,
    "extract",
    "The patient came back: the extract was refused because it is of another patient",
  ),
  reason(18, "request", "The request is malformed"),
  reason(19, "request", "The practice that asks is not the patient's current practice"),
  reason(20, "either", "A Spine system answered with an error"),
  reason(21, "extract", "The extract is malformed or cannot be worked on"),
  reason(23, "request", "The practice that was asked cannot send large messages"),
  reason(24, "request", "The directory gave no result, or several"),
  reason(25, "extract", "A large message was refused: it took too long"),
  reason(26, "extract", "The patient came back: the extract was filed as an attachment"),
  reason(28, "extract", "The extract was refused because it is of another patient"),
  reason(29, "extract", "A large message could not be put together"),
  reason(30, "either", "Large messaging failed"),
  reason(31, "extract", "The extract was refused because attachments are missing"),
  reason(99, "either", "Something unexpected happened"),
];

const byNumber: ReadonlyMap<number, AcknowledgementReason> = new Map(
  acknowledgementReasons.map((entry) => [entry.number, entry]),
);

/** The reason of a code as written (`06`, `6`); `undefined` for one that is not known. */
export function findAcknowledgementReason(code: string): AcknowledgementReason | undefined {
  return /^\d{1,4}$/u.test(code) ? byNumber.get(Number(code)) : undefined;
}

/** How grave a reason is: code system 2.16.840.1.113883.2.1.3.2.4.17.104, and `typeCode` of an acknowledgement detail. */
export const acknowledgementDetailCodes = {
  ER: "Error",
  IF: "Information",
  WG: "Warning",
} as const;
