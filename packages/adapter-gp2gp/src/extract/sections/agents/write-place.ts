import type { Agent } from "@gp2gp/core";
import type { Location } from "@gp2gp/hl7v3";
import { writeAddress } from "../../values/address.ts";
import { writeOptionalCoded } from "../../values/coded.ts";
import { writeTelecom } from "../../values/telecom.ts";

/** The location of a composition. */
export function writePlace(place: Agent): Location {
  const code = writeOptionalCoded(place.concept);
  const [address] = place.addresses ?? [];
  // MIM: Place telecom is 0..5
  const telecom = (place.telecoms ?? []).slice(0, 5).map(writeTelecom);
  return {
    typeCode: "LOC",
    locatedEntity: {
      classCode: "LOCE",
      ...(code && { code }),
      locatedPlace: {
        classCode: "PLC",
        determinerCode: "INSTANCE",
        ...(place.name !== undefined && {
          name: { parts: [{ kind: "text", content: place.name }] },
        }),
        ...(telecom.length > 0 && { telecom }),
        ...(address && { addr: writeAddress(address) }),
      },
    },
  };
}
