import type { Plan } from "@gp2gp/core";
import type { PlanStatement } from "@gp2gp/hl7v3";
import { writeCoded } from "../../values/coded.ts";
import { writeStatementText } from "../shared/carried-slot.ts";
import type { Carry, WriteScope } from "../shared/scopes.ts";
import {
  writeConfidentiality,
  writePriority,
  writeStatusOf,
  writeTail,
} from "../shared/statement-head.ts";
import { writeEffective } from "../../values/effective.ts";
import { writeAvailability, writeTimes } from "../../values/times.ts";

/** Something to be done: when it is due is its effective time; one that has no such date keeps its own. */
export function writePlan(entry: Plan, scope: WriteScope, carry?: Carry): PlanStatement {
  const text = writeStatementText(entry.texts[0], carry);
  return {
    classCode: "OBS",
    moodCode: "INT",
    id: { root: scope.writtenId(entry.id) },
    code: writeCoded(entry.concept),
    ...(text && { text }),
    ...writeStatusOf(entry),
    ...writePlanTimes(entry),
    ...writePriority(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...writeTail(entry, scope),
  };
}

/** A point is read as the date due; without one, an effective time stands as the date shown. */
function writePlanTimes(entry: Plan): Pick<PlanStatement, "effectiveTime" | "availabilityTime"> {
  const { due, recorded, effective } = entry;
  if (due !== undefined)
    return {
      effectiveTime: writeEffective({ kind: "point", at: due }),
      availabilityTime: writeAvailability(recorded ?? due),
    };
  if (effective?.kind === "point") return writeTimes({ effective });
  const { effective: _centre, ...others } = entry;
  return writeTimes(effective?.kind === "centre" ? others : entry);
}
