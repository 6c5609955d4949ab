import type { EhrComposition, II, Reference, Statement } from "@gp2gp/hl7v3";
import type { ReferenceTarget } from "../sections/shared/scopes.ts";
import { ownIdOf } from "../sections/shared/statement-head.ts";

/** What one look at all statements of an extract tells before they are read. */
export interface ExtractScan {
  /** Statements that stand for a request, a document or anything else, by entry id. */
  readonly targets: ReadonlyMap<string, ReferenceTarget>;
  /** The authorisations in each medication statement. */
  readonly authorisations: ReadonlyMap<string, readonly string[]>;
  /** Ids that are those of entries: all but the ids of medication statements, whose supplies are the entries. */
  readonly entryIds: ReadonlySet<string>;
  /** The addresses of all document references. */
  readonly contentUris: ReadonlySet<string>;
}

/** Looks at every statement once. Nesting is bounded by the depth limit of the XML reader. */
export function scanExtract(compositions: Iterable<EhrComposition>): ExtractScan {
  const targets = new Map<string, ReferenceTarget>();
  const authorisations = new Map<string, string[]>();
  const contentUris = new Set<string>();
  const entryIds = new Set<string>();
  const visit = (statement: Statement | undefined): void => {
    if (!statement) return;
    const { kind, reference } = statement;
    const id = ownIdOf(...listOf(statement.id));
    if (id !== "" && !targets.has(id))
      targets.set(id, {
        kind,
        classCode: statement.classCode ?? "OBS",
        moodCode: statement.moodCode ?? "EVN",
        document: kind === "NarrativeStatement" && (reference?.length ?? 0) > 0,
      });
    if (reference) collectUris(reference, contentUris);
    if (kind === "CompoundStatement")
      for (const component of statement.component ?? []) visit(component.statement);
    else if (kind === "MedicationStatement") {
      const found = (statement.component ?? []).flatMap(({ supply }) =>
        supply?.kind === "ehrSupplyAuthorise" ? ownIdOf(supply.id) : [],
      );
      for (const { supply } of statement.component ?? []) {
        const own = ownIdOf(supply?.id);
        entryIds.add(own);
        if (own !== "" && !targets.has(own))
          targets.set(own, {
            kind: "supply",
            classCode: "SBADM",
            moodCode: "INT",
            document: false,
          });
      }
      authorisations.set(id, found);
    }
    if (kind !== "MedicationStatement") entryIds.add(id);
  };
  for (const composition of compositions)
    for (const component of composition.component ?? []) visit(component.statement);
  return { targets, authorisations, entryIds, contentUris };
}

function listOf(id: II | readonly II[] | undefined): readonly II[] {
  if (id === undefined) return [];
  return Array.isArray(id) ? (id as readonly II[]) : [id as II];
}

function collectUris(references: readonly Reference[], uris: Set<string>): void {
  for (const { referredToExternalDocument: document } of references) {
    const uri = document?.text?.reference?.value;
    if (uri !== undefined && uri !== "") uris.add(uri);
  }
}
