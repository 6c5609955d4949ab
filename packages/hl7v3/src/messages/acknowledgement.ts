import type { XmlDocument, XmlElement } from "@gp2gp/xml";
import type { CD } from "../data-types/coded.ts";
import { ParseReport, type ParseReportOptions } from "../table/parse-report.ts";
import { parseWire } from "../table/parse-wire.ts";
import { withDefaults } from "../table/with-defaults.ts";
import {
  findAcknowledgementReason,
  type AcknowledgementReason,
} from "../vocabulary/acknowledgement-reasons.ts";
import { oids } from "../vocabulary/oids.ts";
import { acknowledgementMessage, type AcknowledgementMessage } from "./acknowledgement-message.ts";
import { findMessage } from "./find-message.ts";
import { Hl7MessageError } from "./hl7-message-error.ts";
import { madeAuthor, madeHead, type MessageFacts } from "./message-route.ts";

/** The interaction of an application acknowledgement. */
export const acknowledgementInteraction = "MCCI_IN010000UK13";

const messageName = /^MCCI_IN010000UK\d\d$/u;

/** The version that the adaptors of NHS England write into a positive acknowledgement. */
const positiveVersion = "V3NPfIT4.2.00";

/** What an acknowledgement is made of. */
export interface AcknowledgementFacts extends MessageFacts {
  /** The id of the message that is acknowledged. */
  readonly acknowledgedId: string;
  /**
   * How: accepted (AA), with an error (AE), or rejected (AR). A negative one says why by a code of
   * `acknowledgementReasons`, with its meaning unless another text is given.
   */
  readonly outcome:
    | { readonly type: "accepted" }
    | {
        readonly type: "error" | "rejected";
        readonly reason: AcknowledgementReason;
        readonly text?: string;
      };
}

const typeCodes = { accepted: "AA", error: "AE", rejected: "AR" } as const;

/**
 * Makes an acknowledgement. Readers look for the reason of an error in the control act, and for that of a rejection
 * there or in the acknowledgement: a rejection gives it in both.
 */
export function buildAcknowledgement(facts: AcknowledgementFacts): AcknowledgementMessage {
  const { outcome } = facts;
  const code: CD | undefined =
    outcome.type === "accepted"
      ? undefined
      : {
          code: outcome.reason.code,
          codeSystem: oids.acknowledgementReason.oid,
          displayName: outcome.text ?? outcome.reason.meaning,
        };
  const severity: CD["qualifier"] = [
    { code: "ER", codeSystem: oids.acknowledgementDetail.oid, displayName: "Error" },
  ];
  return withDefaults(acknowledgementMessage, {
    ...madeHead(
      outcome.type === "accepted" ? { versionCode: positiveVersion, ...facts } : facts,
      acknowledgementInteraction,
    ),
    acknowledgement: {
      typeCode: typeCodes[outcome.type],
      acknowledgementDetail: outcome.type === "rejected" ? [{ typeCode: "ER", code }] : undefined,
      messageRef: { id: { root: facts.acknowledgedId } },
    },
    ControlActEvent: {
      author1: madeAuthor(facts),
      reason:
        code === undefined
          ? undefined
          : [{ justifyingDetectedIssueEvent: { code: { ...code, qualifier: severity } } }],
    },
  });
}

/** A reason that an acknowledgement gives. */
export interface GivenReason {
  /** As it is written. */
  readonly code?: string;
  readonly codeSystem?: string;
  readonly displayName?: string;
  /** `ER`, `WG` or `IF`, where it is said. */
  readonly severity?: string;
  readonly place: "control-act" | "acknowledgement";
  /** What the code means; absent for one that is not known. */
  readonly known?: AcknowledgementReason;
}

/** What an acknowledgement says. */
export interface AcknowledgementStatement {
  /** `unknown` where the message says neither AA, AE nor AR: it is never to be taken for accepted. */
  readonly outcome: "accepted" | "error" | "rejected" | "unknown";
  /** The id of the message that is acknowledged. */
  readonly acknowledgedId?: string;
  /** Every reason, from every place where one may stand, in source order; of two alike the first. */
  readonly reasons: readonly GivenReason[];
}

const outcomes = new Map(
  Object.entries(typeCodes).map(([outcome, code]) => [
    code as string,
    outcome as keyof typeof typeCodes,
  ]),
);

/** What an acknowledgement says, wherever it says it. */
export function acknowledgementStatement(
  message: AcknowledgementMessage,
): AcknowledgementStatement {
  const { acknowledgement, ControlActEvent: act } = message;
  const typeCode =
    acknowledgement?.typeCode ??
    // A known system spells the attribute in lower case.
    acknowledgement?.extras?.attributes?.find(({ name }) => name === "typecode")?.value;
  const reasons = [
    ...(act?.reason ?? []).map(({ justifyingDetectedIssueEvent: issue }) =>
      givenReason(issue?.code, issue?.code?.qualifier?.[0]?.code, "control-act"),
    ),
    ...(acknowledgement?.acknowledgementDetail ?? []).map((detail) =>
      givenReason(detail.code, detail.typeCode, "acknowledgement"),
    ),
  ];
  const acknowledgedId = acknowledgement?.messageRef?.id?.root;
  // The same reason may stand in both places; `6` and `06` are one.
  const distinct = new Map<string, GivenReason>();
  for (const reason of reasons) {
    const key = JSON.stringify([
      reason.codeSystem,
      reason.known?.code ?? reason.code,
      reason.displayName,
    ]);
    if (!distinct.has(key)) distinct.set(key, reason);
  }
  return {
    outcome: outcomes.get(typeCode?.trim().toUpperCase() ?? "") ?? "unknown",
    ...(acknowledgedId === undefined ? {} : { acknowledgedId }),
    reasons: [...distinct.values()],
  };
}

function givenReason(
  code: CD | undefined,
  severity: string | undefined,
  place: GivenReason["place"],
): GivenReason {
  const isOurs =
    code?.codeSystem === undefined || code.codeSystem === oids.acknowledgementReason.oid;
  const known = isOurs ? findAcknowledgementReason(code?.code?.trim() ?? "") : undefined;
  return {
    ...(code?.code === undefined ? {} : { code: code.code }),
    ...(code?.codeSystem === undefined ? {} : { codeSystem: code.codeSystem }),
    ...(code?.displayName === undefined ? {} : { displayName: code.displayName }),
    ...(severity === undefined ? {} : { severity }),
    place,
    ...(known === undefined ? {} : { known }),
  };
}

/** An acknowledgement as wire values. */
export interface ParsedAcknowledgement {
  readonly message: AcknowledgementMessage;
  readonly report: ParseReport;
}

/**
 * Parses the application acknowledgement of a document.
 *
 * @throws Hl7MessageError where the document has no such message.
 */
export function parseAcknowledgement(
  document: XmlDocument | XmlElement,
  options: ParseReportOptions = {},
): ParsedAcknowledgement {
  const found = findMessage("root" in document ? document.root : document, messageName);
  if (found === undefined) throw new Hl7MessageError("acknowledgement-absent");
  const report = new ParseReport(options);
  if (found.element.namespace === "") report.add("namespace-missing", found.element);
  for (const other of found.others) report.add("message-repeated", other);
  return { message: parseWire(acknowledgementMessage, found.element, report), report };
}
