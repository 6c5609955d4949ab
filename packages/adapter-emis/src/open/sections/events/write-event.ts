import { degradeKindOfEntry } from "@gp2gp/core";
import type { Immunisation, Observation, ObservationValue } from "@gp2gp/core";
import { writePlainDate } from "../../codecs/emis-date.ts";
import { writeIntegerCode } from "../../codecs/integer-code.ts";
import { episodicities, observationTypes, relatives } from "../../codecs/value-tables.ts";
import { eventFields } from "../../wire/coded-item-types.ts";
import type { WireEvent, WireQualifier } from "../../wire/coded-item-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeCodedItem } from "../coded-items/write-coded-item.ts";
import { qualifierSystem } from "../coded-items/read-coded-item.ts";
import { immunisationGroups } from "../../../shared/immunisation-qualifiers.ts";
import type { ImmunisationGroup } from "../../../shared/immunisation-qualifiers.ts";
import { certaintyGroup, negationItem, relativeGroup } from "../observations/read-observation.ts";
import { writeValue } from "../observations/write-numeric-value.ts";
import { sectionOfEvent } from "./event-section.ts";

/** An entry of any section as an event. Where events are not read into that section its text says which it is. */
export function writeEvent(
  work: EntryWork,
  writing: Writing,
  own: { readonly GroupID?: string | undefined } = {},
): WireEvent {
  const specific = factsOfSection(work);
  const hasValue = specific.wire.NumericValue !== undefined;
  const item = writeCodedItem(work, {
    kind: degradeKindOfEntry(work.section, work.entry),
    writing,
    hasValue,
    hasWords: hasNumber(work),
    qualifiers: specific.qualifiers,
  });
  const wire: WireEvent = {
    ...item.wire,
    ...own,
    ...specific.wire,
    TextValue: specific.wire.TextValue ?? item.words,
  };
  const recordedAs = sectionOfEvent(wire) === work.section ? undefined : work.section;
  const text = item.text(recordedAs);
  const eventType = wire.EventType ?? (recordedAs === undefined ? undefined : "0");
  return writing.finish(
    eventFields,
    { ...wire, DescriptiveText: text, EventType: eventType },
    work,
  );
}

/** Words may stand beside the number of an observation, but not of one of a composite's values. */
function hasNumber({ section, entry }: EntryWork): boolean {
  return section === "observations" && "value" in entry && isNumber(entry.value);
}

function isNumber(value: unknown): boolean {
  const { kind, quantity } = (value ?? {}) as Partial<
    Extract<ObservationValue, { kind: "quantity" }>
  >;
  return kind === "quantity" && quantity?.value !== undefined;
}

interface SectionFacts {
  readonly wire: WireEvent;
  readonly qualifiers: readonly WireQualifier[];
}

function factsOfSection(work: EntryWork): SectionFacts {
  const { section, entry, facts } = work;
  switch (section) {
    case "observations":
      return observationFacts(entry as Observation, (...path) => facts.take(...path));
    case "immunisations":
      return immunisationFacts(entry as Immunisation, (...path) => facts.take(...path));
    case "narratives":
      return { wire: { EventType: "0" }, qualifiers: [] };
    case "allergies":
      if ("kind" in entry && entry.kind === "unspecified") facts.take("kind");
      return { wire: { EventType: "11" }, qualifiers: [] };
    case "alerts":
      return { wire: { EventType: "10" }, qualifiers: [] };
    case "referrals":
      return { wire: { EventType: "8" }, qualifiers: [] };
    default:
      return { wire: {}, qualifiers: [] };
  }
}

type Take = (...path: (string | number)[]) => void;

function observationFacts(entry: Observation, take: Take): SectionFacts {
  const EventType = observationTypes.write(entry.category);
  const Episodicity = episodicities.write(entry.episodicity);
  if (EventType !== undefined) take("category");
  if (Episodicity !== undefined) take("episodicity");
  if (entry.abnormal === true) take("abnormal");
  const qualifiers: WireQualifier[] = [];
  if (entry.negated === true) {
    take("negated");
    qualifiers.push({
      QualifierItemID: { Value: negationItem, Term: "Negation" },
      Group: { Value: certaintyGroup, Term: "Certainty" },
    });
  }
  const relative = entry.category === "family-history" && relativeOf(entry, take);
  if (relative) qualifiers.push(relative);
  return {
    wire: {
      Episodicity,
      ...writeValue(entry, take),
      Abnormal: entry.abnormal === undefined ? undefined : entry.abnormal ? "1" : "0",
      EventType,
    },
    qualifiers,
  };
}

/** The relative a family history is about, where it is one of EMIS's ten. */
function relativeOf({ subject }: Observation, take: Take): WireQualifier | undefined {
  const relationship = subject?.relationship;
  const [coding] = relationship?.codings ?? [];
  if (coding?.system !== qualifierSystem || relatives.read(coding.code) === undefined)
    return undefined;
  const written = relationship && writeIntegerCode(relationship, qualifierSystem);
  if (!written) return undefined;
  for (const path of written.taken) take("subject", "relationship", ...path);
  return { QualifierItemID: written.wire, Group: { Value: relativeGroup, Term: "Family member" } };
}

function immunisationFacts(entry: Immunisation, take: Take): SectionFacts {
  if (entry.outcome === "not-stated") take("outcome");
  const qualifiers: WireQualifier[] = [];
  const add = (group: ImmunisationGroup, words: string): void => {
    take(group);
    qualifiers.push({
      QualifierItemID: { Term: words },
      Group: { Term: immunisationGroups[group] },
    });
  };
  const site = entry.site && writeIntegerCode(entry.site, qualifierSystem);
  if (site && (site.wire.Term ?? "") !== "") {
    for (const path of site.taken) take("site", ...path);
    qualifiers.push({ QualifierItemID: site.wire, Group: { Term: immunisationGroups.site } });
  }
  if (entry.batchNumber !== undefined) add("batchNumber", entry.batchNumber);
  const expires = entry.expires === undefined ? undefined : writePlainDate(entry.expires);
  if (expires?.exact) add("expires", expires.text);
  if (entry.manufacturer !== undefined) add("manufacturer", entry.manufacturer);
  return { wire: { EventType: "13" }, qualifiers };
}
