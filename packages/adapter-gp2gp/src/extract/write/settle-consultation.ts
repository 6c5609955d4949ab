import { carriedLines, labelOf } from "@gp2gp/core";
import type { Agent, AnyEntry, CarriedLine, Consultation } from "@gp2gp/core";
import type { EhrComposition, Location } from "@gp2gp/hl7v3";
import { withoutMembers } from "../details/without-members.ts";
import { heldFacts, sameFacts } from "../details/held-facts.ts";
import { withDifference } from "../details/wire-difference.ts";
import { writePlace } from "../sections/agents/write-place.ts";
import {
  isCompositionName,
  isOtherReport,
  otherReport,
} from "../sections/consultations/composition-codes.ts";
import { readConsultation } from "../sections/consultations/read-consultation.ts";
import { writeConsultation } from "../sections/consultations/write-consultation.ts";
import { writeText } from "../values/text.ts";
import { detailOf, idsOf } from "./statement-hint.ts";
import type { Scopes } from "./write-scope.ts";

/** A composition without its statements, in the component it stands in. */
export interface CompositionPart {
  readonly typeCode?: string | undefined;
  readonly ehrComposition: EhrComposition;
}

export interface SettledConsultation {
  readonly component: CompositionPart;
  /** Facts it does not hold, for a note in it. */
  readonly lines: readonly CarriedLine[];
}

/** The composition in its plain form; one whose name is not in the vocabulary is another report, with its name in words. */
export function plainComposition(
  entry: Consultation,
  location: Location | undefined,
  scopes: Pick<Scopes, "write">,
): CompositionPart {
  const plain = writeConsultation(entry, location, scopes.write);
  if (entry.concept === undefined || isCompositionName(entry.concept))
    return { typeCode: "COMP", ehrComposition: plain };
  const originalText = writeText(labelOf(entry.concept));
  const code = { ...otherReport, ...(originalText && { originalText }) };
  return { typeCode: "COMP", ehrComposition: { ...plain, code } };
}

/** A place with the location that says it. */
export interface LocatedPlace {
  readonly entry: Agent;
  readonly location: Location;
}

/** The composition of a consultation, such that reading it gives the consultation again, but for what a note is to carry. */
export function settleConsultation(
  entry: Consultation,
  index: number,
  place: LocatedPlace | undefined,
  placeId: (derived: string) => string,
  scopes: Scopes,
): SettledConsultation {
  const read = ({ ehrComposition }: CompositionPart): Consultation => {
    const { entry: base } = readConsultation(ehrComposition, scopes.readBack);
    return {
      ...base,
      ...(base.location !== undefined && { location: placeId(base.location) }),
    };
  };
  const plain = plainComposition(entry, place && writePlace(place.entry), scopes);
  const hint = detailOf(entry, "composition");
  const hinted = hint === undefined ? plain : (withDifference(plain, hint) as CompositionPart);
  const [known] = idsOf(entry) ?? [];
  const again = known === entry.id ? { ...read(hinted), id: known } : read(hinted);
  if (sameFacts(entry, again)) return { component: hinted, lines: [] };
  const renamed =
    entry.concept !== undefined &&
    (!isCompositionName(entry.concept) || isOtherReport(entry.concept));
  const hold = (component: CompositionPart) => {
    const { concept, ...others } = read(component);
    const base = { ...others, ...(concept && !renamed && { concept }) };
    return heldFacts("consultations", index, entry, base as AnyEntry);
  };
  let component = plainComposition(entry, place?.location, scopes);
  let held = hold(component);
  if (held.surplus.length > 0) {
    component = plainComposition(
      withoutMembers(entry, held.surplus) as Consultation,
      place?.location,
      scopes,
    );
    held = hold(component);
  }
  return { component, lines: carriedLines(held.facts) };
}
