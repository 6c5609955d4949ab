import { asMapped } from "@gp2gp/core";
import type {
  Authorisation,
  CarriedText,
  Coded,
  Effective,
  MedicationIssue,
  Supply,
} from "@gp2gp/core";
import { carriesAny } from "../../carried-marks.ts";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ItemStart, ReadItem } from "../../reading/item-start.ts";
import type { WireNode } from "../../wire/wire-node.ts";
import { tppSystems } from "../../client-ids.ts";
import { codedAs } from "../coded-as.ts";
import { readDrug } from "../read-code.ts";
import { quantityFromText } from "./quantity-text.ts";

/** A prescription issued, or medication recorded that was prescribed elsewhere. */
export const readMedication: ReadItem<"Medication"> = (node, start) => {
  const repeat = node.has("RepeatIssue");
  const entry: MedicationIssue = {
    ...supplyOf(node, start),
    ...(repeat && { repeat }),
    ...nativeOf(node, start),
  };
  return readAs("issues", entry);
};

/** A repeat template. */
export const readRepeatMedication: ReadItem<"RepeatMedication"> = (node, start) => {
  const repeatNumber = node.text("MaxIssues");
  const reviewDate = node.text("ReviewDate");
  const issueDurationDays = node.text("IssueDurationDays");
  const entry: Authorisation = {
    ...supplyOf(node, start),
    kind: "repeat",
    ...(repeatNumber !== undefined && { repeatNumber }),
    ...(reviewDate !== undefined && { reviewDate }),
    ...(issueDurationDays !== undefined && { issueDurationDays }),
    ...nativeOf(node, start),
  };
  return readAs("authorisations", entry);
};

type SupplyShared = Pick<
  Supply,
  "concept" | "dosages" | "effective" | "quantity" | "quantityText" | "statement" | "type"
> &
  ItemStart["shape"] &
  Pick<MedicationIssue, "endReason">;

function supplyOf(
  node: WireNode<"Medication"> | WireNode<"RepeatMedication">,
  { shape, texts, carried }: ItemStart,
): SupplyShared {
  const drug = node.node("Drug");
  const concept = drug && readShownDrug(drug, carried);
  const dose = node.text("Dose");
  const quantity = node.text("Quantity");
  const type = node.text("MedicationType");
  const reason = node.text("EndReason");
  const effective = courseOf(node.text("StartDate"), node.text("EndDate"));
  return {
    ...shape,
    texts,
    statement: shape.id,
    dosages: dose === undefined ? [] : [dose],
    ...(concept && { concept }),
    ...(quantity !== undefined && quantityFromText(quantity)),
    ...(effective && { effective }),
    ...(type !== undefined && { type: codedAs(tppSystems.medicationType, type) }),
    ...(reason !== undefined && { endReason: codedAs(tppSystems.endReason, reason) }),
  };
}

/** The drug, but for a code a map found and the name with it where the text carries the codes recorded. */
function readShownDrug(
  node: WireNode<"Drug">,
  { facts, codeMapped }: CarriedText,
): Coded | undefined {
  const shown = readDrug(node);
  if (codeMapped !== true || !shown) return shown;
  return carriesAny(facts, "concept/codings") ? { codings: [] } : asMapped(shown);
}

function courseOf(start: string | undefined, end: string | undefined): Effective | undefined {
  if (start === undefined && end === undefined) return undefined;
  return {
    kind: "period",
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}
