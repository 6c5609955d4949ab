import type { AdapterContext, Coded, Coding } from "@gp2gp/core";
import { labelOf } from "@gp2gp/core";
import { guidOfId, isGuidId } from "../../shared/guid.ts";
import { formatId } from "../emis-data.ts";
import { locationTypeSystem } from "../reading/location-types.ts";
import type { WireLocationType } from "../wire/directory-types.ts";
import type { WireIdent } from "../wire/ident-types.ts";

/** The directory of location types the record needs, filled while consultations and places are written. */
export class LocationTypeBook {
  readonly #context: Pick<AdapterContext, "newId">;
  readonly #types = new Map<string, WireLocationType>();

  constructor(context: Pick<AdapterContext, "newId">) {
    this.#context = context;
  }

  get types(): readonly WireLocationType[] {
    return [...this.#types.values()];
  }

  /**
   * The type a concept is of. `exact`: it is one of EMIS's own, which comes back as the coding at 0.
   * Other concepts become a type by the words for them.
   */
  refer(concept: Coded | undefined): { ident: WireIdent; exact: boolean } | undefined {
    const [coding, ...more] = concept?.codings ?? [];
    if (coding?.system === locationTypeSystem && more.length === 0 && isPlain(concept, coding)) {
      const ident = isGuidId(coding.code)
        ? { GUID: guidOfId(coding.code) }
        : { RefID: coding.code };
      this.#add(coding.code, { ...ident, Description: coding.display });
      return { ident, exact: true };
    }
    const label = labelOf(concept);
    if (label === undefined) return undefined;
    const ident = { GUID: guidOfId(this.#context.newId(`${formatId}:location-type:${label}`)) };
    this.#add(ident.GUID, { ...ident, Description: label });
    return { ident, exact: false };
  }

  #add(key: string, type: WireLocationType): void {
    if (!this.#types.has(key)) this.#types.set(key, type);
  }
}

/** Whether a concept says nothing but its one coding. */
function isPlain(concept: Coded | undefined, coding: Coding): boolean {
  const { system: _, code: __, display: ___, asserted, ...more } = coding;
  return (
    asserted === "source" &&
    Object.keys(more).length === 0 &&
    Object.keys(concept ?? {}).every((key) => key === "codings")
  );
}
