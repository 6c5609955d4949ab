import { recordSections } from "@gp2gp/core";
import type { Coverage, SourcePeek, SupplierAdapterV1 } from "@gp2gp/core";

const coverage = Object.fromEntries(
  recordSections.map((section) => [section, { read: "none", write: "none" }]),
) as Coverage;

/** A format for tests: parts that begin with `sure` are its own, those that begin with `unsure` may be. */
export function lineAdapter(
  id: string,
  {
    sure,
    unsure,
    folder,
  }: { readonly sure: string; readonly unsure?: string; readonly folder?: string },
): SupplierAdapterV1 {
  const beginsWith = (text: string | undefined, peek: SourcePeek): boolean =>
    text !== undefined &&
    peek.parts.some(({ head }) => new TextDecoder().decode(head).startsWith(text));
  return {
    specificationVersion: "v1",
    id,
    supplier: id.split("-")[0] ?? id,
    format: {
      name: id,
      versions: ["1"],
      mediaTypes: ["text/plain"],
      patients: "one",
      codeSystems: [],
      ...(folder === undefined && { extension: ".txt" }),
    },
    coverage,
    detect(peek) {
      if (folder !== undefined)
        return peek.parts.some(({ name }) => name === folder) ? "yes" : "no";
      if (beginsWith(sure, peek)) return "yes";
      return beginsWith(unsure, peek) ? "maybe" : "no";
    },
  };
}
