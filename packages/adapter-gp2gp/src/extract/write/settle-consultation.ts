import { carriedLines } from "@gp2gp/core";
import type { Agent, AnyEntry, CarriedLine, Consultation } from "@gp2gp/core";
import { compositionComponent } from "@gp2gp/hl7v3";
import type { EhrComposition, Location, WireType } from "@gp2gp/hl7v3";
import { heldFacts, mostHeld, sameFacts } from "../details/held-facts.ts";
import { withAllDetails, withFittingDetails } from "../details/fitting-details.ts";
import { writePlace } from "../sections/agents/write-place.ts";
import { readConsultation } from "../sections/consultations/read-consultation.ts";
import { writeConsultation } from "../sections/consultations/write-consultation.ts";
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
  readonly lostDetails: boolean;
}

/** The composition in its plain form. */
export const plainComposition = (
  entry: Consultation,
  location: Location | undefined,
  scopes: Pick<Scopes, "write">,
): CompositionPart => ({
  typeCode: "COMP",
  ehrComposition: writeConsultation(entry, location, scopes.write),
});

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
  const [known] = idsOf(entry) ?? [];
  const form = (own: CompositionPart, says: (read: Consultation) => boolean) => ({
    type: compositionComponent as WireType<CompositionPart>,
    version: scopes.write.version,
    plain: own,
    says: (one: CompositionPart) => says(read(one)),
  });
  const isWhole = (again: Consultation): boolean =>
    sameFacts(entry, known === entry.id ? { ...again, id: known } : again);
  const whole =
    hint === undefined ? isWhole(read(plain)) && plain : withAllDetails(form(plain, isWhole), hint);
  if (whole) return { component: whole, lines: [], lostDetails: false };
  const part = (less: Consultation) => plainComposition(less, place?.location, scopes);
  const { written, held } = mostHeld(entry, (less) =>
    heldFacts("consultations", index, entry, read(part(less)) as AnyEntry),
  );
  const lines = carriedLines(held.facts, (id) => scopes.index.nameOf(id));
  const component = part(written);
  if (hint === undefined) return { component, lines, lostDetails: false };
  const own = read(component);
  const fitted = withFittingDetails(
    form(component, (again) => sameFacts(own, again)),
    hint,
    entry,
  );
  return { component: fitted.part, lines, lostDetails: fitted.anyLost };
}
