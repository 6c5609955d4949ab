import type { CD } from "@gp2gp/hl7v3";
import { oids } from "@gp2gp/hl7v3";
import { keyOf } from "../extract-facts.ts";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";
import type { PlacedNode } from "../placed-node.ts";

const notForPatient = "NOPAT";

/** Whether a part says itself that the patient is not to see it. */
function isWithheld({ node }: PlacedNode): boolean {
  return (node["confidentialityCode"] as CD | undefined)?.code === notForPatient;
}

/** What is not to be shown to the patient. That UK06 cannot say it is the class tables' business (`version-later`). */
export const confidentialityRules: readonly ExtractRule[] = [
  rule({
    rule: "confidentiality-code-unknown",
    severity: "error",
    message:
      "A confidentiality code is none that receivers act on, so the patient may see the entry.",
    expected: "NOPAT.",
    at: ["confidentialityCode"],
    breaks: ({ code }) => code !== notForPatient,
  }),
  rule({
    rule: "confidentiality-system-wrong",
    severity: "error",
    message: "A confidentiality code is of another code system than receivers look for.",
    expected: "2.16.840.1.113883.4.642.3.47.",
    at: ["confidentialityCode"],
    breaks: ({ codeSystem }) => codeSystem !== oids.confidentiality.oid,
  }),
  rule({
    // gp2gp-messages 1.6, 47: what a composition withholds, its documents are withheld with
    rule: "document-confidentiality-absent",
    severity: "warning",
    message: "A document is not marked, and stands in what the patient is not to see.",
    expected: "NOPAT on the document as on what it stands in.",
    at: ["referredToExternalDocument"],
    breaks: (_document, place) =>
      !isWithheld(place) && [...place.ancestors()].some((around) => isWithheld(around)),
  }),
  rule({
    // gp2gp-messages 1.6, 47: the observation behind a problem
    rule: "problem-confidentiality-absent",
    severity: "warning",
    message:
      "A problem is not marked, and the statement that names it is not for the patient to see.",
    expected: "NOPAT on the link set as on the statement.",
    at: ["LinkSet"],
    breaks: ({ conditionNamed }, place, { statements }) => {
      const named = statements.get(keyOf(conditionNamed?.namedStatementRef?.id) ?? "");
      return named !== undefined && isWithheld(named) && !isWithheld(place);
    },
  }),
];
