import type { EntryId } from "@gp2gp/core";
import { readEntryCode } from "../../codecs/entry-code.ts";
import { allergyTypes, episodicities } from "../../codecs/value-tables.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireAllergy } from "../../wire/coded-item-types.ts";
import { addCodedItem } from "../coded-items/add-coded-item.ts";
import { readCodedItem, withQualifiers } from "../coded-items/read-coded-item.ts";

/** An allergy of the allergy list. `Codes` says what it is to; its type, how that is to be understood. */
export function readAllergy(
  wire: WireAllergy,
  { place, form, reading }: { place: Place; form: string; reading: Reading },
): EntryId {
  const item = readCodedItem(wire, { kind: "allergy", place, reading });
  const episodicity = episodicities.read(wire.Episodicity);
  const codings = readEntryCode({ Code: wire.Codes });
  const words = wire.Codes?.Term ?? "";
  const substance = codings ? { codings } : words === "" ? undefined : { text: words, codings: [] };
  const exclusions = (wire.Exclude ?? "").split("~").filter((code) => code !== "");
  return addCodedItem("allergies", item, {
    facts: {
      ...withQualifiers(item.base.concept, item.qualifiers),
      kind: allergyTypes.read(wire.AllergyType) ?? "unspecified",
      substances: substance ? [substance] : [],
      ...(exclusions.length > 0 && { exclusions }),
      ...(episodicity && { episodicity }),
    },
    about: { wire, form, reading },
  });
}
