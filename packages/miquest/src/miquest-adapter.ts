import type { SupplierAdapterV1 } from "@gp2gp/core";
import { readTabular, writeTabular } from "@gp2gp/tabular";
import { detectResponses } from "./detect-responses.ts";
import { miquestFormat } from "./miquest-format.ts";
import type { MiquestProfile } from "./miquest-profile.ts";
import { codeSets } from "./wire/code-set.ts";

/** The adapter of a supplier whose system answers MIQUEST enquiries. */
export function createMiquestAdapter(profile: MiquestProfile) {
  const { id, supplier, name, codeSet, coverage } = profile;
  const format = miquestFormat(profile);
  const native = codeSets[codeSet].system;
  const others = Object.values(codeSets).flatMap(({ system }) =>
    system === native ? [] : [system],
  );
  return {
    specificationVersion: "v1",
    id,
    supplier,
    format: {
      name,
      // The specification has no number; this is the query manager whose reading of it is public.
      versions: ["2011"],
      mediaTypes: ["text/csv", "text/plain"],
      patients: "many",
      codeSystems: [native, ...others],
    },
    coverage,
    detect: (peek) => detectResponses(peek, profile),
    readEach: (source, context) => readTabular(format, source, context),
    write: (record, context) => writeTabular(format, record, context),
  } as const satisfies SupplierAdapterV1;
}
