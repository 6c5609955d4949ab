import type { PlanStatement } from "@gp2gp/hl7v3";
import { readEffective } from "../../values/effective.ts";
import { readStatementText } from "../narratives/read-narrative.ts";
import { planKind } from "../shared/filings.ts";
import type { ReadScope, Reading } from "../shared/scopes.ts";
import { readHead } from "../shared/statement-head.ts";

/** Something to be done. A single effective time is when it is due; without one, the date shown is its effective time. */
export function readPlan(statement: PlanStatement, scope: ReadScope): Reading<"plans"> {
  const { code, filedAs } = planKind.read(statement.code);
  const { effective, ...head } = readHead([statement.id], code, statement, scope);
  const { texts, carried } = readStatementText(statement);
  const point = readEffective(statement.effectiveTime);
  const due = point?.kind === "point" ? point.at : undefined;
  return {
    section: "plans",
    entry: {
      ...head,
      ...(effective && due === undefined && { effective }),
      texts,
      kind: filedAs ?? "plan",
      ...(due !== undefined && { due }),
    },
    carried,
  };
}
