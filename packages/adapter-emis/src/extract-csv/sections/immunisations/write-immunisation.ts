import { labelOf } from "@gp2gp/core";
import type { Coded, Immunisation } from "@gp2gp/core";
import type { PlacedEntry } from "@gp2gp/tabular";
import { immunisationGroups } from "../../../shared/immunisation-qualifiers.ts";
import { emisSystems } from "../../../shared/emis-systems.ts";
import { codeCategories } from "../../wire/observation-types.ts";
import type { QualifierItem, QualifierWords } from "../../wire/qualifiers-xml.ts";
import { episodes } from "../../wire/value-tables.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { writeQualifierCell } from "../observations/qualifiers.ts";
import { placeObservation, writeObservationRow } from "../observations/write-row.ts";

/** A vaccination that was given; its batch, site and maker are qualifiers. */
export function writeImmunisation(placed: PlacedEntry, writing: EmisWriting): void {
  const entry = placed.entry as Immunisation;
  const { concept, episodicity } = entry;
  const filing = { form: "immunisation", category: codeCategories.immunisation } as const;
  const written = writeObservationRow(placed, filing, writing);
  writing.put(written.row, "Episode", episodes.write(episodicity));
  writing.put(
    written.row,
    "Qualifiers",
    writeQualifierCell(itemsOf(entry), concept?.qualifiers ?? []),
  );
  placeObservation(placed, written, {}, writing);
}

function itemsOf({ site, batchNumber, expires, manufacturer }: Immunisation): QualifierItem[] {
  const isWhole = expires !== undefined && /^\d{4}-\d{2}(-\d{2})?$/.test(expires);
  const items: readonly (readonly [keyof typeof immunisationGroups, QualifierWords | undefined])[] =
    [
      ["site", site && siteWords(site)],
      ["batchNumber", batchNumber === undefined ? undefined : { text: batchNumber }],
      ["expires", isWhole ? { text: expires } : undefined],
      ["manufacturer", manufacturer === undefined ? undefined : { text: manufacturer }],
    ];
  return items.flatMap(([group, value]) =>
    value ? [{ key: { text: immunisationGroups[group] }, value }] : [],
  );
}

function siteWords(site: Coded): QualifierWords | undefined {
  const text = labelOf(site);
  const own = site.codings.find(({ system }) => system === emisSystems.qualifier);
  if (text === undefined) return undefined;
  return { text, ...(own && /^[1-9]\d*$/.test(own.code) && { codeId: own.code }) };
}
