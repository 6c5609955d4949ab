import { degradeKindOf } from "@gp2gp/core";
import type { CarriedText, Coded, Coding } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";
import { tppSystems } from "../../shared/tpp-systems.ts";
import type { ExtractReading } from "../reading/extract-reading.ts";
import { issue } from "../tpp-sr-csv-issues.ts";
import { referenceIn } from "../wire/cells.ts";

/** Columns of a row that hold one concept: in CTV3, and in SNOMED CT where a layout has it. */
export interface ConceptColumns {
  readonly ctv3: string;
  readonly ctv3Text?: string;
  readonly snomed: string;
  readonly snomedText?: string;
}

export const codeColumns: ConceptColumns = {
  ctv3: "CTV3Code",
  ctv3Text: "CTV3Text",
  snomed: "SNOMEDCode",
  snomedText: "SNOMEDText",
};

/** Codes that begin with Y are of TPP or of a site, and no national meaning is published of them. */
export function systemOfCode(code: string): "ctv3" | "tpp" {
  return code.startsWith("Y") ? "tpp" : "ctv3";
}

/** The concept of a row; undefined where it has neither code nor term. */
export function readConcept({ cells }: Row, columns: ConceptColumns): Coded | undefined {
  const cell = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : referenceIn(cells[column]);
  const ctv3 = cell(columns.ctv3);
  const snomed = cell(columns.snomed);
  const codings = [
    ...codingOf(ctv3 === undefined ? "ctv3" : systemOfCode(ctv3), ctv3, cell(columns.ctv3Text)),
    ...codingOf("snomed", snomed, cell(columns.snomedText)),
  ];
  const text = cell(columns.ctv3Text) ?? cell(columns.snomedText);
  if (codings.length > 0) return { codings };
  return text === undefined ? undefined : { text, codings };
}

function codingOf(system: string, code: string | undefined, display: string | undefined): Coding[] {
  if (code === undefined) return [];
  return [{ system, code, ...(display !== undefined && { display }), asserted: "source" }];
}

/** The concept of an entry, marked and reported where another system put a stand-in in its place. */
export function readEntryConcept(
  row: Row,
  columns: ConceptColumns,
  carried: CarriedText | undefined,
  { rows }: ExtractReading,
): Coded | undefined {
  const concept = readConcept(row, columns);
  const [coding] = concept?.codings ?? [];
  const kind = coding && degradeKindOf(coding.system, coding.code);
  if (!concept || kind === undefined) return concept;
  const isUndone = carried?.facts.some(({ path: [member, list], value }) => {
    const steps = [member, list].map((step) => step && "key" in step && step.key);
    return value === undefined && steps[0] === "concept" && steps[1] === "codings";
  });
  if (isUndone !== true) {
    const code = kind === "drug-allergy" ? "allergy-degraded" : "code-degraded";
    rows.issues.push(issue(code, { source: row.source }));
  }
  return { ...concept, degrade: { kind, reason: "received" } };
}

/** The columns of a row that name a drug. */
export interface DrugColumns {
  readonly product: string;
  readonly pack?: string;
  readonly dmd?: string;
  readonly name?: string;
}

export const medicationColumns: DrugColumns = {
  product: "IDMultiLexProduct",
  pack: "IDMultiLexPack",
  dmd: "IDMultiLexDMD",
  name: "NameOfMedication",
};

/** The drug of a row: its Multilex product and pack, its dm+d code, and its name. */
export function readDrug({ cells }: Row, columns: DrugColumns): Coded | undefined {
  const cell = (column: string | undefined): string | undefined =>
    column === undefined ? undefined : referenceIn(cells[column]);
  const name = cell(columns.name);
  const codings = [
    ...codingOf("multilex", cell(columns.product), name),
    ...codingOf(tppSystems.multilexPack, cell(columns.pack), undefined),
    ...codingOf("snomed", cell(columns.dmd), name),
  ];
  const isNamed = codings.some(({ display }) => display !== undefined);
  if (codings.length === 0 && name === undefined) return undefined;
  return { ...(!isNamed && name !== undefined && { text: name }), codings };
}
