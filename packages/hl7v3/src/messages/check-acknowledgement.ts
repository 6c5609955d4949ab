import { checkWire } from "../table/check-wire.ts";
import { finding, type Finding } from "../table/finding.ts";
import { positionOf } from "../table/wire-node.ts";
import { acknowledgementInteraction, acknowledgementStatement } from "./acknowledgement.ts";
import { acknowledgementMessage, type AcknowledgementMessage } from "./acknowledgement-message.ts";

/** Checks an acknowledgement beyond its schema: it says how it answers, and a negative one says why. */
export function checkAcknowledgement(message: AcknowledgementMessage): readonly Finding[] {
  const findings = [
    ...checkWire(acknowledgementMessage, message, { name: acknowledgementInteraction }),
  ];
  const { outcome, reasons } = acknowledgementStatement(message);
  const where = {
    path: `/${acknowledgementInteraction}[1]/acknowledgement[1]`,
    ...positionOf(message.acknowledgement ?? message),
  };
  if (outcome === "unknown") findings.push(finding("outcome-unknown", where));
  if (outcome !== "accepted" && reasons.every((reason) => reason.code === undefined))
    findings.push(finding("reason-missing", where));
  if (reasons.some((reason) => reason.code !== undefined && reason.known === undefined))
    findings.push(finding("reason-unknown", where));
  return findings;
}
