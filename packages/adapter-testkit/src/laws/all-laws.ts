import type { Law } from "../kit/law.ts";
import { badInput } from "./bad-input.ts";
import { canonical } from "./canonical.ts";
import { detect } from "./detect.ts";
import { golden } from "./golden.ts";
import { home } from "./home.ts";
import { identity } from "./identity.ts";
import { manyIsOne } from "./many-is-one.ts";
import { nothingVanishes } from "./nothing-vanishes.ts";
import { privacy } from "./privacy.ts";
import { roundTrip } from "./round-trip.ts";
import { sameTwice } from "./same-twice.ts";

/** The laws in the order of the contract. */
export const laws: readonly Law[] = [
  identity,
  detect,
  golden,
  sameTwice,
  nothingVanishes,
  canonical,
  roundTrip,
  home,
  badInput,
  privacy,
  manyIsOne,
];
