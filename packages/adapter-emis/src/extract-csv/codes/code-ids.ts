import type { AdapterContext } from "@gp2gp/core";
import { markers } from "./clinical-codings.ts";
import type { Marker } from "./clinical-codings.ts";

type NewId = AdapterContext["newId"];

/*
 * EMIS numbers the codes of its dictionaries; a code from elsewhere has no such number. It is given one made
 * of what its rows say, the same in every bundle, and known again for made up when it is read.
 */

/** The number of a code of the clinical dictionary that is made of what its rows say. */
export function clinicalCodeId(
  rows: readonly Readonly<Record<string, string>>[],
  newId: NewId,
): string {
  const said = rows.map((row) => Object.entries(row).toSorted(byName));
  return numberOf(`clinical code ${JSON.stringify(said)}`, newId);
}

/** The number of a drug of the drug dictionary, likewise. */
export function drugCodeId(
  { Term, DmdProductCodeId }: { readonly Term?: string; readonly DmdProductCodeId?: string },
  newId: NewId,
): string {
  return numberOf(`drug code ${JSON.stringify([Term ?? "", DmdProductCodeId ?? ""])}`, newId);
}

/** The number of what stands in for a code. */
export function markerCodeId(marker: Marker, newId: NewId): string {
  return numberOf(`marker ${marker}`, newId);
}

/** What a number stands in for, where it is that of a marker. */
export function markerOf(codeId: string, newId: NewId): Marker | undefined {
  return (Object.keys(markers) as Marker[]).find(
    (marker) => markerCodeId(marker, newId) === codeId,
  );
}

/** Sixty bits of a UUID: a number of the size EMIS's own have. */
function numberOf(seed: string, newId: NewId): string {
  const digits = newId(`emis-csv ${seed}`).replaceAll("-", "").slice(0, 15);
  return BigInt(`0x${digits}`).toString();
}

function byName([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return left < right ? -1 : 1;
}
