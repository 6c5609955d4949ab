/** The code system of GP2GP response codes in acknowledgements. */
export const responseCodeSystem = "2.16.840.1.113883.2.1.3.2.4.17.101";

/** One GP2GP response code: what it says, and what a person does about it. */
export interface ResponseCode {
  readonly code: number;
  /** What it says, in one sentence. */
  readonly meaning: string;
  /** What to do, in one sentence. */
  readonly action: string;
  /** The side that says it: the sender about the request, the requester about the extract, or both. */
  readonly saidBy: "sender" | "requester" | "either";
  /** True where a negative acknowledgement with this code is a success all the same. */
  readonly success?: true;
  /** True where the code concludes nothing, because it is about a copy. */
  readonly inconclusive?: true;
}

const table: readonly ResponseCode[] = [
  {
    code: 6,
    meaning: "The patient is not at the sending practice.",
    action: "Check the NHS number and the patient's previous practice, then ask again.",
    saidBy: "sender",
  },
  {
    code: 7,
    meaning: "GP2GP messaging is not enabled at the sending practice.",
    action: "Ask the sending practice for the record on paper or by print.",
    saidBy: "sender",
  },
  {
    code: 9,
    meaning: "An extract arrived that answers no request of this practice.",
    action: "Nothing was filed; ask for the record again if it is wanted.",
    saidBy: "requester",
  },
  {
    code: 10,
    meaning: "The sending practice could not make the extract.",
    action: "Have the sending practice correct the named fault in the record, then ask again.",
    saidBy: "sender",
  },
  {
    code: 11,
    meaning: "The requesting practice could not file the extract.",
    action: "Correct what is named in the transfer's events, then ask again.",
    saidBy: "requester",
  },
  {
    code: 12,
    meaning: "The extract is a copy of one that arrived before.",
    action: "Nothing needs to be done: the earlier extract counts.",
    saidBy: "requester",
    inconclusive: true,
  },
  {
    code: 13,
    meaning: "The system's configuration prevents the message from being taken.",
    action: "Have the configuration of the system that answered corrected, then ask again.",
    saidBy: "either",
  },
  {
    code: 14,
    meaning: "The requesting practice cannot take large messages.",
    action: "Enable large messages at the requesting practice, then ask again.",
    saidBy: "sender",
  },
  {
    code: 15,
    meaning: "The extract of a returning patient was stored as suppressed.",
    action: "Nothing needs to be done: the record arrived.",
    saidBy: "requester",
    success: true,
  },
  {
    code: 17,
    meaning: "The extract of a returning patient was rejected as the wrong record or patient.",
    action: "Check the patient's identity at both practices, then ask again.",
    saidBy: "requester",
  },
  {
    code: 18,
    meaning: "The request is malformed.",
    action: "Have the requesting system's supplier look at the request.",
    saidBy: "sender",
  },
  {
    code: 19,
    meaning: "The requesting practice is not the patient's current practice.",
    action: "Register the patient at the requesting practice first, then ask again.",
    saidBy: "sender",
  },
  {
    code: 20,
    meaning: "A national system answered with an error.",
    action: "Ask again later.",
    saidBy: "either",
  },
  {
    code: 21,
    meaning: "The extract is malformed.",
    action: "Have the sending system's supplier look at the extract, then ask again.",
    saidBy: "requester",
  },
  {
    code: 23,
    meaning: "The sending practice cannot take part in large messages.",
    action: "Ask the sending practice for the record on paper or by print.",
    saidBy: "sender",
  },
  {
    code: 24,
    meaning: "The directory has no single entry for the sending practice.",
    action: "Check the patient's previous practice and that it is known here, then ask again.",
    saidBy: "either",
  },
  {
    code: 25,
    meaning: "The large message was rejected because it took too long.",
    action: "Ask again.",
    saidBy: "requester",
  },
  {
    code: 26,
    meaning: "The extract of a returning patient was filed as an attachment.",
    action: "Open the attachment in the patient's record.",
    saidBy: "requester",
  },
  {
    code: 28,
    meaning: "The extract was rejected as the wrong record or patient.",
    action: "Check the patient's identity at both practices; nothing was filed.",
    saidBy: "requester",
  },
  {
    code: 29,
    meaning: "The parts of a large message could not be put together.",
    action: "Ask again.",
    saidBy: "requester",
  },
  {
    code: 30,
    meaning: "The large message failed.",
    action: "Ask again.",
    saidBy: "either",
  },
  {
    code: 31,
    meaning: "The extract was rejected because attachments are missing.",
    action: "Have the sending practice restore the attachments, then ask again.",
    saidBy: "requester",
  },
  {
    code: 99,
    meaning: "Something unexpected happened.",
    action: "Look at the transfer's events at the side that answered, then ask again.",
    saidBy: "either",
  },
];

const byCode: ReadonlyMap<number, ResponseCode> = new Map(table.map((row) => [row.code, row]));

/** Every response code known by its meaning, in the order of the numbers. */
export const responseCodes: readonly ResponseCode[] = table;

/** What a response code says. Numbers outside the table are real on the wire too: they are kept and shown, never refused. */
export function describeResponseCode(code: number): ResponseCode {
  return (
    byCode.get(code) ?? {
      code,
      meaning: "A response code without a published meaning.",
      action: "Ask the supplier of the system that answered.",
      saidBy: "either",
    }
  );
}

/** A response code as it is written in messages: two digits at least. */
export function formatResponseCode(code: number): string {
  return String(code).padStart(2, "0");
}

/** A response code as a number, from `6` or `06`; undefined for anything else. */
export function parseResponseCode(text: string): number | undefined {
  return /^-?\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : undefined;
}
