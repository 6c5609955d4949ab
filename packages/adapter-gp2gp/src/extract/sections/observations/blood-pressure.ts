import type { EntryText, Observation } from "@gp2gp/core";
import type { CompoundStatement, ObservationStatement } from "@gp2gp/hl7v3";
import { isDegradeCode, readCoded, writeCoded } from "../../values/coded.ts";
import { writeToldTexts } from "../groups/told-texts.ts";
import { observationCategory } from "../shared/filings.ts";
import type { ReadScope, Reading, WriteScope } from "../shared/scopes.ts";
import { readSpecimens } from "../shared/specimens.ts";
import { writeSpecimen } from "../shared/specimens.ts";
import {
  ownIdOf,
  readHead,
  writeConfidentiality,
  writePriority,
  writeStatusOf,
  writeTail,
  writeUncertainty,
} from "../shared/statement-head.ts";
import { withStandIn } from "../shared/stand-ins.ts";
import { isBloodPressure, pressuresOf } from "./pressures.ts";
import { readObservation } from "./read-observation.ts";
import { writeObservation } from "./write-observation.ts";
import { writeTimes } from "../../values/times.ts";

/** From what the id is made of the empty statement that ends an observation of several readings. */
const compositeSeed = (id: string): string => `gp2gp-ehr-extract:composite:${id}`;

/**
 * The readings of a battery that is one observation: a systolic and a diastolic pressure and nothing
 * else, or readings that a writer of ours marked as one.
 */
export function readingsOf(
  compound: CompoundStatement,
  newId: (seed: string) => string,
): readonly ObservationStatement[] | undefined {
  return pressuresOf(compound) ?? markedReadings(compound, newId);
}

function markedReadings(
  { id, component: components = [] }: CompoundStatement,
  newId: (seed: string) => string,
): readonly ObservationStatement[] | undefined {
  const marker = components.at(-1)?.statement;
  if (marker?.kind !== "EhrEmpty" || components.length < 2) return undefined;
  const own = ownIdOf(...(id ?? []));
  if (own === "" || marker.id?.root !== newId(compositeSeed(own))) return undefined;
  const readings = components
    .slice(0, -1)
    .flatMap(({ statement }) => (statement?.kind === "ObservationStatement" ? statement : []));
  return readings.length === components.length - 1 ? readings : undefined;
}

/** A blood pressure: one observation with its two readings. */
export function readBloodPressure(
  compound: CompoundStatement,
  readings: readonly ObservationStatement[],
  texts: readonly EntryText[],
  scope: ReadScope,
): Reading<"observations"> {
  const { code, filedAs: category } = observationCategory.read(compound.code);
  const concept = readCoded(code, (one) => isDegradeCode(one) || isBloodPressure(one));
  return {
    section: "observations",
    entry: {
      ...readHead(compound.id ?? [], undefined, compound, scope),
      ...(concept && { concept }),
      ...readSpecimens(compound.specimen),
      texts,
      ...(category && { category }),
      components: readings.map((reading, order) => {
        const { entry } = readObservation(reading, scope);
        return { ...entry, order };
      }),
    },
  };
}

/** An observation of several readings: a battery. */
export function writeBattery(entry: Observation, scope: WriteScope): CompoundStatement {
  const specimen = (entry.specimens ?? []).map(writeSpecimen);
  const battery: CompoundStatement = {
    classCode: "BATTERY",
    moodCode: "EVN",
    id: [{ root: scope.writtenId(entry.id) }],
    code: writeCoded(entry.concept),
    ...writeStatusOf(entry),
    ...writeTimes(entry),
    ...writePriority(entry),
    ...writeConfidentiality(entry.confidentiality, scope),
    ...writeUncertainty(entry),
    ...(specimen.length > 0 && { specimen }),
    component: (entry.components ?? []).map((component, index) => ({
      typeCode: "COMP",
      contextConductionInd: "true",
      statement: withStandIn(
        { kind: "ObservationStatement", ...writeObservation(component, scope) },
        { section: "observations", index, entry: component },
      ),
    })),
    ...writeTail(entry, scope),
  };
  const whole = pressuresOf(battery)
    ? battery
    : withMarker(battery, scope.writtenId(entry.id), scope);
  const texts = writeToldTexts(entry, "LABORATORY RESULT COMMENT(E141)", scope);
  return texts.length > 0 ? { ...whole, component: [...texts, ...(whole.component ?? [])] } : whole;
}

function withMarker(battery: CompoundStatement, id: string, scope: WriteScope): CompoundStatement {
  return {
    ...battery,
    component: [
      ...(battery.component ?? []),
      {
        typeCode: "COMP",
        contextConductionInd: "true",
        statement: {
          kind: "EhrEmpty",
          classCode: "OBS",
          moodCode: "EVN",
          id: { root: scope.newId(compositeSeed(id)) },
        },
      },
    ],
  };
}
