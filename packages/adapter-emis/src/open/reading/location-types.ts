import type { Coded } from "@gp2gp/core";
import { idOfGuid } from "../../shared/guid.ts";
import type { WireLocationType } from "../wire/directory-types.ts";
import type { WireIdent } from "../wire/ident-types.ts";
import { Directory } from "./directory.ts";

export const locationTypeSystem = "emis:location-type";

/** The directory of location types, which say what kind of consultation or place it was. */
export class LocationTypes {
  readonly #directory = new Directory();
  readonly #descriptions = new Map<string, string>();

  add(wire: WireLocationType): void {
    const id = keyOf(wire);
    this.#directory.add(wire, id);
    this.#descriptions.set(id, wire.Description ?? "");
  }

  conceptOf(ident: WireIdent | undefined): Coded | undefined {
    if (!ident || Object.keys(ident).length === 0) return undefined;
    const code = this.#directory.find(ident) ?? keyOf(ident);
    const display = this.#descriptions.get(code) ?? "";
    if (code === "") return undefined;
    return {
      codings: [
        {
          system: locationTypeSystem,
          code,
          ...(display !== "" && { display }),
          asserted: "source",
        },
      ],
    };
  }
}

function keyOf({ GUID, RefID, DBID }: WireIdent): string {
  return idOfGuid(GUID) ?? RefID ?? DBID ?? GUID ?? "";
}
