import type { Coding, MappedCoding } from "@gp2gp/core";
import type { Assurance } from "../pack/row-flags.ts";
import type { CodeFault, CodeRepair } from "../systems/code-check.ts";
import type { RecordedCode } from "./find-source.ts";
import type { MapMethod } from "./leg.ts";

/** One code to be put into one system. */
export interface CodeRequest extends RecordedCode {
  /** The code system wanted, as the record names it. */
  readonly target: string;
  /** The words it was recorded in: the term shown, the original text. */
  readonly texts?: readonly string[];
  /** Whether the entry has a numeric value, which chooses alternate maps. */
  readonly hasValue?: boolean;
  /** The least sure map that is taken; any by default. */
  readonly atLeast?: Assurance;
}

/** One map on the way from a code to its translation. */
export interface Hop {
  readonly from: Pick<Coding, "system" | "code" | "termId">;
  readonly to: Pick<Coding, "system" | "code" | "termId">;
  readonly set: string;
  readonly release: string;
  readonly mapId?: string;
  readonly mapType?: string;
  readonly date?: string;
  readonly method: MapMethod;
  readonly assurance: Assurance;
}

/** A possible translation: the code, how sure it is and the maps that led to it. */
export interface CodeCandidate {
  readonly coding: MappedCoding;
  readonly assurance: Assurance;
  readonly hops: readonly Hop[];
}

export type NoMapReason =
  | "no-map"
  | "ambiguous"
  | "unassured-policy"
  | "unknown-system"
  | "invalid-code";

export type CodeTranslation =
  | ({
      readonly outcome: "mapped";
      /** Further codes for the concept: the active successor of a retired one. */
      readonly also: readonly MappedCoding[];
      readonly repairs: readonly CodeRepair[];
    } & CodeCandidate)
  | {
      readonly outcome: "no-map";
      readonly reason: NoMapReason;
      /** What is wrong with the code, of an invalid one. */
      readonly fault?: CodeFault;
      /** The pack knows the code, and has no map of it. */
      readonly known?: boolean;
      /** Nothing more is to be tried: the code is ambiguous, or its publisher says that none stands for it. */
      readonly final?: boolean;
      /** What was found and is not taken: more than one code, or one that is not sure enough. */
      readonly candidates: readonly CodeCandidate[];
    };
