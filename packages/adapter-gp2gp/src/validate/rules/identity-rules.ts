import type { II } from "@gp2gp/hl7v3";
import { statementNames, supplyNames } from "../element-types.ts";
import { addressOf, idsOf, keyOf } from "../extract-facts.ts";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";

const anyCase = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/iu;

/** True for a UUID alone, in whatever case. */
export function isUuid({ root, extension }: II): boolean {
  return anyCase.test(root ?? "") && extension === undefined;
}

/** Ids: their form, and that each is of one thing. */
export const identityRules: readonly ExtractRule[] = [
  rule({
    rule: "id-malformed",
    severity: "error",
    message: "An id of the record is no UUID.",
    expected: "An upper-case UUID as root, and no extension.",
    at: ["EhrExtract", "ehrFolder", "ehrComposition", ...statementNames, ...supplyNames],
    breaks: (_node, place) => {
      const [id] = idsOf(place);
      return id !== undefined && id.nullFlavor === undefined && !isUuid(id);
    },
  }),
  rule({
    rule: "uuid-lower-case",
    severity: "error",
    message: "A UUID has lower-case letters, which the schema forbids.",
    expected: "An upper-case UUID.",
    at: ["id"],
    breaks: ({ root }) => anyCase.test(root ?? "") && root !== root?.toUpperCase(),
  }),
  rule({
    // gp2gp-messages 5.2, 2: a CATEGORY with its TOPIC's id, an observation with its allergy's
    rule: "id-repeated",
    severity: "error",
    message: "Two parts of the record have the same id, so references to it are ambiguous.",
    expected: "An id of its own for each composition, statement and supply.",
    at: ["ehrFolder", "ehrComposition", ...statementNames, ...supplyNames],
    breaks: (_node, place, facts) => {
      const key = keyOf(idsOf(place)[0]);
      return key !== undefined && facts.ownerOf(key)?.node !== place.node;
    },
  }),
  rule({
    rule: "document-id-repeated",
    severity: "warning",
    message: "Two documents with different content have the same id.",
    expected: "An id of its own for each document.",
    at: ["referredToExternalDocument"],
    breaks: (document, _place, facts) => {
      const first = facts.documents.get(keyOf(document.id) ?? "");
      return first !== undefined && addressOf(first.node) !== addressOf(document);
    },
  }),
];
