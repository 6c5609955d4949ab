import type { AnyEntry, Json } from "@gp2gp/core";
import { soundWire } from "@gp2gp/hl7v3";
import type { WireType } from "@gp2gp/hl7v3";
import { modelVersions } from "../format.ts";
import type { ExtractVersion } from "../format.ts";
import { unplacedDetails } from "./technical-details.ts";
import { addsObject, withDifference } from "./wire-difference.ts";

/** The form in which an entry is written, and what tells whether details may be put back into it. */
export interface WrittenForm<Part extends object> {
  readonly type: WireType<Part>;
  readonly version: ExtractVersion;
  readonly plain: Part;
  /** Whether a part says of the entry what it is to say. */
  readonly says: (part: Part) => boolean;
}

/** A written form with the details of its source that it still allows. */
export interface FittedDetails<Part> {
  readonly part: Part;
  /** Whether details were left out that say what no fact of the entry says. */
  readonly anyLost: boolean;
}

/**
 * The plain form of an entry with all the details kept with it; undefined where that says something else, or is not
 * valid, because the entry or the details were changed since.
 */
export function withAllDetails<Part extends object>(
  { type, version, plain, says }: WrittenForm<Part>,
  details: Json,
): Part | undefined {
  const part = withDifference(plain, details) as Part;
  if (!isFit(part, says)) return undefined;
  // A patch of what is no longer there may lack what must be there.
  if (!addsObject(plain, details)) return part;
  return soundWire(type, part, undefined, {
    version: modelVersions[version],
    lacking: "component",
  }) === part
    ? part
    : undefined;
}

/** Details may be of any shape where somebody changed them: what cannot even be read does not fit. */
function isFit<Part>(part: Part, says: (part: Part) => boolean): boolean {
  try {
    return says(part);
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Members that are put back part by part; a part below them is put back whole or not at all, or it might not be valid. */
const openMembers = /^(?:ehrComposition|statement|component|supply|agent|\[\d+\])$/;

/** The plain form of an entry with as many of the details kept with it as it still allows. */
export function withFittingDetails<Part extends object>(
  form: WrittenForm<Part>,
  details: Json,
  entry: AnyEntry,
): FittedDetails<Part> {
  let { plain } = form;
  const left: Json[] = [];
  const put = (one: Json, path: readonly string[]): void => {
    const part = withAllDetails({ ...form, plain }, within(path, one));
    if (part !== undefined) plain = part;
    else if (isOpen(one, path))
      for (const [key, inner] of Object.entries(one)) put(inner, [...path, key]);
    else left.push(within(path, one));
  };
  put(details, []);
  return { part: plain, anyLost: unplacedDetails(left, entry).unplaced.length > 0 };
}

function isOpen(
  details: Json,
  path: readonly string[],
): details is { readonly [key: string]: Json } {
  const isNode = typeof details === "object" && details !== null && !Array.isArray(details);
  return isNode && path.every((key) => openMembers.test(key));
}

const within = (path: readonly string[], details: Json): Json =>
  path.reduceRight<Json>((inner, key) => ({ [key]: inner }), details);
