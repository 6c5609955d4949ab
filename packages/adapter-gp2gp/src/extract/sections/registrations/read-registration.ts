import type { RegistrationStatement } from "@gp2gp/hl7v3";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { readHead } from "../shared/statement-head.ts";

/** A registration: its type, from when to when, and the doctor responsible. */
export function readRegistration(
  statement: RegistrationStatement,
  scope: ReadScope,
): Reading<"registrations"> {
  const { concept, effective, ...head } = readHead(
    [statement.id],
    statement.code,
    statement,
    scope,
  );
  const responsible = scope.agentId(statement.responsibleParty?.agentRef?.id);
  const period = effective?.kind === "period" && !hasMore(effective) ? effective : undefined;
  return {
    section: "registrations",
    entry: {
      ...head,
      ...(effective && !period && { effective }),
      ...(concept && { type: concept }),
      ...(period?.start !== undefined && { start: period.start }),
      ...(period?.end !== undefined && { end: period.end }),
      ...(responsible !== undefined && { responsible }),
    },
  };
}

function hasMore(period: {
  readonly startAbsent?: unknown;
  readonly endAbsent?: unknown;
  readonly width?: unknown;
}): boolean {
  return (
    period.startAbsent !== undefined || period.endAbsent !== undefined || period.width !== undefined
  );
}
