import type { Agent } from "@gp2gp/core";
import type { Location } from "@gp2gp/hl7v3";
import { writeAddress } from "../../values/address.ts";
import { writeOptionalCode } from "../../values/coded.ts";
import { writeNameText } from "../../values/person-name.ts";
import { writeTelecom } from "../../values/telecom.ts";

/** The location of a composition. */
export function writePlace(place: Agent): Location {
  const code = writeOptionalCode(place.concept);
  const name = writeNameText(place.name);
  const [address] = place.addresses ?? [];
  // MIM: Place telecom is 0..5
  const telecom = (place.telecoms ?? [])
    .flatMap((telecom) => writeTelecom(telecom) ?? [])
    .slice(0, 5);
  return {
    typeCode: "LOC",
    locatedEntity: {
      classCode: "LOCE",
      ...(code && { code }),
      locatedPlace: {
        classCode: "PLC",
        determinerCode: "INSTANCE",
        ...(name.length > 0 && { name: { parts: name } }),
        ...(telecom.length > 0 && { telecom }),
        ...(address && { addr: writeAddress(address) }),
      },
    },
  };
}
