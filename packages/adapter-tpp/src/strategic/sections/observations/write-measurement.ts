import type { Observation } from "@gp2gp/core";
import type { RowDraft } from "@gp2gp/tabular";
import type { ExtractWriting } from "../../writing/extract-writing.ts";
import { isNumber } from "./held-value.ts";
import { episodicities } from "./read-code.ts";

/** The number of a value, as far as the format has a place for one: anything else is carried whole. */
export function writeMeasurement(
  row: RowDraft,
  { value, episodicity }: Pick<Partial<Observation>, "episodicity" | "value">,
  writing: ExtractWriting,
): void {
  const word = [...episodicities].find(([, known]) => known === episodicity)?.[0];
  if (word !== undefined) writing.putListed(row, "EpisodeType", word);
  const number = isNumber(value) ? value.quantity : undefined;
  writing.putFlag(row, "IsNumeric", number !== undefined);
  if (!number) return;
  writing.put(row, "NumericValue", number.value);
  writing.put(row, "NumericComparator", number.comparator);
  writing.put(row, "NumericUnit", number.unit);
}
