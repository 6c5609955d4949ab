import { newEntry } from "@gp2gp/core";
import type { Agent } from "@gp2gp/core";
import type { Location } from "@gp2gp/hl7v3";
import { readAddress } from "../../values/address.ts";
import { readCoded } from "../../values/coded.ts";
import { readNameText } from "../../values/person-name.ts";
import { readTelecom } from "../../values/telecom.ts";
import type { ReadScope } from "../shared/scopes.ts";

/** From what the id of a place is made: it has none of its own in a message, so it is what it says. */
const placeSeed = (place: Omit<Agent, "id">): string =>
  `gp2gp-ehr-extract:place:${JSON.stringify([place.name, place.concept, place.telecoms, place.addresses])}`;

/** The place a location names; undefined where it says nothing. */
export function readOptionalPlace(
  location: Location | undefined,
  scope: ReadScope,
): Agent | undefined {
  const entity = location?.locatedEntity;
  if (!entity) return undefined;
  const concept = readCoded(entity.code);
  const name = readNameText(entity.locatedPlace?.name);
  const telecoms = (entity.locatedPlace?.telecom ?? []).flatMap((tel) => readTelecom(tel) ?? []);
  const address = readAddress(entity.locatedPlace?.addr);
  if (!concept && name === undefined && telecoms.length === 0 && !address) return undefined;
  const place: Agent = {
    ...newEntry("", 0, {}),
    ...(concept && { concept }),
    kind: "place",
    ...(name !== undefined && { name }),
    ...(telecoms.length > 0 && { telecoms }),
    ...(address && { addresses: [address] }),
  };
  return { ...place, id: scope.newId(placeSeed(place)) };
}
