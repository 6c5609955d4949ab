import { degradeKindOfEntry } from "@gp2gp/core";
import type { Coded } from "@gp2gp/core";
import { schemeOfSystem } from "../../codecs/code-schemes.ts";
import { allergyTypes, episodicities } from "../../codecs/value-tables.ts";
import { allergyFields } from "../../wire/coded-item-types.ts";
import type { WireAllergy } from "../../wire/coded-item-types.ts";
import type { WireStringCode } from "../../wire/ident-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeCodedItem } from "../coded-items/write-coded-item.ts";
import { writeStringCode } from "../coded-items/write-string-code.ts";

/** An allergy for the allergy list. */
export function writeAllergy(work: EntryWork<"allergies">, writing: Writing): WireAllergy {
  const { entry, facts } = work;
  const item = writeCodedItem(work, { kind: degradeKindOfEntry("allergies", entry), writing });
  const AllergyType = allergyTypes.write(entry.kind);
  if (AllergyType !== undefined || entry.kind === "unspecified") facts.take("kind");
  const Episodicity = episodicities.write(entry.episodicity);
  if (Episodicity !== undefined) facts.take("episodicity");
  const [substance] = entry.substances;
  const Codes =
    substance && writeSubstance(substance, (...path) => facts.take("substances", 0, ...path));
  const exclusions = entry.exclusions ?? [];
  const listed = exclusions.length > 0 && exclusions.every((code) => !code.includes("~"));
  if (listed) facts.take("exclusions");
  const Exclude = listed ? exclusions.join("~") : undefined;
  const own = { Episodicity, AllergyType, Codes, Exclude };
  const wire: WireAllergy = { ...item.wire, ...own, DescriptiveText: item.text() };
  return writing.finish(allergyFields, wire, work);
}

/** What the allergy is to, by a code of EMIS's lists or in words. */
function writeSubstance(
  substance: Coded,
  take: (...path: (string | number)[]) => void,
): WireStringCode | undefined {
  const [coding] = substance.codings;
  if (coding === undefined || schemeOfSystem(coding.system) !== undefined)
    return writeStringCode(substance, take);
  return undefined;
}
