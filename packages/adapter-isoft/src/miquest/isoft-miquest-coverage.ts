import type { Coverage } from "@gp2gp/core";
import { miquestCoverage } from "@gp2gp/miquest";

/** Every attribute is printed: what MIQUEST answers at all, this profile answers. */
export const isoftMiquestCoverage: Coverage = miquestCoverage;
