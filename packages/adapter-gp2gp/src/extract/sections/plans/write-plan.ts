import type { Plan } from "@gp2gp/core";
import type { PlanStatement } from "@gp2gp/hl7v3";
import { writeCoded } from "../../values/coded.ts";
import { writeEffective } from "../../values/effective.ts";
import { writeStatementText } from "../shared/carried-slot.ts";
import type { Carry, WriteScope } from "../shared/scopes.ts";
import {
  writeConfidentiality,
  writePriority,
  writeRecorded,
  writeStatusOf,
  writeTail,
} from "../shared/statement-head.ts";

/** Something to be done: when it is due is its effective time; one that has no such date keeps its own. */
export function writePlan(entry: Plan, scope: WriteScope, carry?: Carry): PlanStatement {
  const text = writeStatementText(entry.texts[0], carry);
  // A centre is read as the date due: an effective time of that kind is left to be carried.
  const own = entry.effective?.kind === "centre" ? undefined : entry.effective;
  return {
    classCode: "OBS",
    moodCode: "INT",
    id: { root: scope.writtenId(entry.id) },
    code: writeCoded(entry.concept),
    ...(text && { text }),
    ...writeStatusOf(entry),
    effectiveTime: writeEffective(
      entry.due === undefined ? own : { kind: "centre", at: entry.due },
    ),
    availabilityTime: writeRecorded(entry.recorded),
    ...writePriority(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...writeTail(entry, scope),
  };
}
