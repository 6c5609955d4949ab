import type { ReferenceRange } from "@gp2gp/core";
import { decimalSchema } from "@gp2gp/core";
import type { WirePathologyTest } from "../../wire/pathology-types.ts";
import { readComments } from "./read-comments.ts";

type RangeList = WirePathologyTest["RangeInformationList"];

/** The ranges a laboratory sent, with its words about them; the unit is that of the result. */
export function readRanges(list: RangeList, resultUnit: string | undefined): ReferenceRange[] {
  const unit = resultUnit === undefined || resultUnit === "" ? {} : { unit: resultUnit };
  return (list?.RangeInformation ?? []).flatMap((wire) => {
    const low = decimalSchema.safeParse(wire.MinRange?.trim()).data;
    const high = decimalSchema.safeParse(wire.MaxRange?.trim()).data;
    const [text] = readComments(wire.RangeFTXList, "comment");
    if (low === undefined && high === undefined && !text) return [];
    return [
      {
        ...((low !== undefined || high !== undefined) && {
          range: {
            ...(low !== undefined && { low: { value: low, ...unit } }),
            ...(high !== undefined && { high: { value: high, ...unit } }),
          },
        }),
        ...(text && { text: text.text }),
      },
    ];
  });
}
