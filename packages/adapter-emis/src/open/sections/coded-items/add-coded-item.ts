import type { EntryId, EntryOf, EntrySection } from "@gp2gp/core";
import { withEmisData } from "../../emis-data.ts";
import type { Reading } from "../../reading/reading.ts";
import type { WireCodedItem } from "../../wire/coded-item-types.ts";
import { readProblem } from "../problems/read-problem.ts";
import { withQualifiers } from "./read-coded-item.ts";
import type { CodedItem } from "./read-coded-item.ts";

export interface AddCodedItem {
  readonly wire: WireCodedItem;
  readonly form: string;
  readonly reading: Reading;
}

/** Puts a coded entry into its section, with its problem and its links. `facts` are those only this section has. */
export function addCodedItem<Section extends EntrySection>(
  section: Section,
  item: CodedItem,
  { facts, about }: { facts: object; about: AddCodedItem },
): EntryId {
  const { wire, form, reading } = about;
  const entryOf = (base: object): EntryOf<Section> =>
    withEmisData({ ...base, ...facts } as EntryOf<Section>, { form });
  const id = reading.add(
    {
      section,
      entry: entryOf(item.base),
      base: withEmisData(
        { ...item.base, ...withQualifiers(item.base.concept, item.qualifiers) },
        { form },
      ),
      carried: item.carried,
      whole: entryOf(item.whole),
    },
    { form, wire },
  );
  if (!reading.find(id)) return id;
  reading.entries.add(wire, id);
  reading.links(wire.ProblemLinkList, reading.problemLinks, id);
  reading.links(wire.ReferralLinkList, reading.referralLinks, id);
  if (wire.Problem) readProblem(wire.Problem, { names: id, wire, reading });
  return id;
}
