const findings = {
  "attribute-missing": ["error", "A required attribute is missing; the value goes without it."],
  "attribute-not-allowed": [
    "error",
    "The restricted data type here does not allow this attribute; it is read all the same.",
  ],
  "attribute-unknown": [
    "error",
    "An attribute is not known in this class; it is kept as an extra.",
  ],
  "check-digit-wrong": ["warning", "An NHS number has a wrong check digit; it is read as it is."],
  "identifier-malformed": [
    "error",
    "An identifier has not the root or the form that its place asks for; it is read as it is.",
  ],
  "interaction-wrong": [
    "error",
    "The interaction id names another message than this is; it is read as what its element says.",
  ],
  "message-repeated": [
    "error",
    "The document holds more than one message; only the first is read.",
  ],
  "reason-missing": ["error", "A negative acknowledgement gives no reason; it stays negative."],
  "reason-unknown": [
    "warning",
    "An acknowledgement gives a reason that is not known; it is kept as it is.",
  ],
  "outcome-unknown": [
    "error",
    "An acknowledgement is none of AA, AE and AR; it is not taken for a positive one.",
  ],
  "code-missing": ["warning", "A code has neither a code nor a null flavour; it is read as it is."],
  "element-excess": [
    "error",
    "There are more elements of a name than the class allows; all are read.",
  ],
  "element-exclusive": ["error", "Two elements stand here that exclude each other; both are read."],
  "element-missing": ["error", "A required element is missing; the value goes without it."],
  "element-not-allowed": [
    "error",
    "The restricted data type here does not allow this element; it is read all the same.",
  ],
  "element-repeated": [
    "error",
    "An element that may stand once is repeated; the first is read, the others are kept as extras.",
  ],
  "element-unknown": ["error", "An element is not known in this class; it is kept as an extra."],
  "extras-present": ["error", "The value carries parts that its class does not have."],
  "fixed-value-wrong": [
    "warning",
    "An attribute that has one value in its class has another; it is read as it is.",
  ],
  "interval-wrong": [
    "error",
    "An interval has a combination of parts that the schema does not allow; all are read.",
  ],
  "namespace-missing": [
    "error",
    "The message is in no namespace: expected urn:hl7-org:v3. It is read as if it were.",
  ],
  "order-wrong": [
    "error",
    "An element stands after one that it should stand before; it is read all the same.",
  ],
  "text-stray": ["error", "Text stands where the class has none; it is kept as an extra."],
  "type-missing": ["error", "A value of any type does not say by xsi:type which; it is kept raw."],
  "type-unknown": ["error", "A value names a type by xsi:type that is not known; it is kept raw."],
  "value-malformed": ["error", "An attribute's text is not of its data type; it is read as it is."],
  "value-missing": [
    "warning",
    "A value has neither a value nor a null flavour; it is read as it is.",
  ],
  "version-later": [
    "error",
    "A part stands here that only a later version of the message has; it is read all the same.",
  ],
} as const satisfies Record<string, readonly ["error" | "warning", string]>;

/** What can be found about a wire node. */
export type FindingCode = keyof typeof findings;

/** One thing found about a message. Nothing in it but `path` and `name` comes from the message, and those are names. */
export interface Finding {
  readonly code: FindingCode;
  /** `error`: the schema or the message's rules forbid it. `warning`: they allow it, and something is missing all the same. */
  readonly severity: "error" | "warning";
  /** Fixed text per code: what it is, and what happens with it. */
  readonly message: string;
  /** The element it is about, as a path of element names with 1-based positions among siblings of a name. */
  readonly path: string;
  /** The attribute or child element it is about. */
  readonly name?: string;
  /** 1-based; absent where the value was made and not parsed. */
  readonly line?: number;
  readonly column?: number;
}

/** Whether a code says that the schema or the message's rules forbid something. */
export const isError = (code: FindingCode): boolean => findings[code][0] === "error";

/** Makes a finding of a code. */
export function finding(
  code: FindingCode,
  where: {
    readonly path: string;
    readonly name?: string | undefined;
    readonly line?: number;
    readonly column?: number;
  },
): Finding {
  const [severity, message] = findings[code];
  return {
    code,
    severity,
    message,
    path: where.path,
    ...(where.name === undefined ? {} : { name: where.name }),
    ...(where.line === undefined ? {} : { line: where.line }),
    ...(where.column === undefined ? {} : { column: where.column }),
  };
}
