import type { CompoundStatement, NestedComponent, Specimen } from "@gp2gp/hl7v3";
import { addedMark } from "../../values/local-system.ts";
import { snomed } from "../shared/named-codes.ts";
import { ownIdOf } from "../shared/statement-head.ts";
import { laboratoryReport } from "./read-group.ts";

// gp2gp-messages 2.4: real reports hold a cluster for each specimen, and the tests made of it stand there
const specimenCluster = snomed("123038009", "specimen (specimen)");

/** From what the id of the cluster is made in which a specimen of a report stands. */
const clusterSeed = (reportId: string, at: number): string =>
  `gp2gp-ehr-extract:specimen-of:${reportId}:${at}`;
const fillerSeed = (reportId: string, at: number): string =>
  `gp2gp-ehr-extract:no-test-of-specimen:${reportId}:${at}`;

/**
 * A report with a cluster for each of its specimens, as receivers look for them. The tests stand in the cluster of the
 * specimen they name, else in the first.
 */
export function withSpecimenClusters(
  report: CompoundStatement,
  newId: (seed: string) => string,
): CompoundStatement {
  const { specimen: specimens = [], ...alone } = report;
  const { confidentialityCode } = report;
  if (specimens.length === 0) return report;
  const id = ownIdOf(...(report.id ?? []));
  const components = report.component ?? [];
  const tests = components.filter(({ statement }) => statement?.kind !== "NarrativeStatement");
  const clusters = specimens.map((specimen, at): NestedComponent => {
    const own = tests.filter((test) => clusterOf(test, specimens) === at);
    return {
      typeCode: "COMP",
      contextConductionInd: "true",
      statement: {
        kind: "CompoundStatement",
        classCode: "CLUSTER",
        moodCode: "EVN",
        id: [{ root: newId(clusterSeed(id, at)), updateMode: addedMark }],
        code: specimenCluster,
        statusCode: { code: "COMPLETE" },
        effectiveTime: { center: { nullFlavor: "NI" } },
        availabilityTime: report.availabilityTime,
        ...(confidentialityCode && { confidentialityCode }),
        specimen: [specimen],
        component: own.length > 0 ? own : [filler(newId(fillerSeed(id, at)))],
      },
    };
  });
  const others = components.filter((component) => !tests.includes(component));
  return { ...alone, component: [...others, ...clusters] };
}

const filler = (id: string): NestedComponent => ({
  typeCode: "COMP",
  contextConductionInd: "true",
  statement: { kind: "EhrEmpty", classCode: "OBS", moodCode: "EVN", id: { root: id } },
});

/** Which of the specimens a test was made of. */
function clusterOf({ statement }: NestedComponent, specimens: readonly Specimen[]): number {
  const named = statement?.kind === "CompoundStatement" ? statement.specimen?.[0] : undefined;
  return Math.max(0, named ? specimens.findIndex((one) => isSame(one, named)) : 0);
}

function isSame(one: Specimen, other: Specimen): boolean {
  const ids = (specimen: Specimen) =>
    (specimen.specimenRole?.id ?? []).flatMap(({ root, extension }) =>
      root === undefined ? [] : [`${root}|${extension}`],
    );
  const own = ids(one);
  return ids(other).some((id) => own.includes(id));
}

/** A report with its specimens, and the tests made of them in it, where a writer gave each specimen a cluster. */
export function withoutSpecimenClusters(
  component: NestedComponent,
  newId: (seed: string) => string,
): NestedComponent {
  const { statement } = component;
  if (statement?.kind !== "CompoundStatement" || statement.code?.code !== laboratoryReport.code)
    return component;
  const components = statement.component ?? [];
  if (!components.some((one) => isCluster(one.statement))) return component;
  const id = ownIdOf(...(statement.id ?? []));
  const specimen = [...(statement.specimen ?? [])];
  const held = components.flatMap((one): readonly NestedComponent[] => {
    const cluster = one.statement;
    const at = specimen.length;
    if (!isCluster(cluster) || cluster.id?.[0]?.root !== newId(clusterSeed(id, at))) return [one];
    specimen.push(...(cluster.specimen ?? []));
    const fillerId = newId(fillerSeed(id, at));
    return (cluster.component ?? []).filter(
      ({ statement: test }) => test?.kind !== "EhrEmpty" || test.id?.root !== fillerId,
    );
  });
  return { ...component, statement: { ...statement, specimen, component: held } };
}

const isCluster = (
  statement: NestedComponent["statement"],
): statement is CompoundStatement & { readonly kind: "CompoundStatement" } =>
  statement?.kind === "CompoundStatement" && statement.id?.[0]?.updateMode === addedMark;
