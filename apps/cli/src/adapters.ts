import { emisOpenAdapter } from "@gp2gp/adapter-emis";
import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { tppClientXmlAdapter } from "@gp2gp/adapter-tpp";
import type { SupplierAdapterV1 } from "@gp2gp/core";

/** The formats this program knows: the one place that lists them. */
export const adapters: readonly SupplierAdapterV1[] = [
  emisOpenAdapter,
  tppClientXmlAdapter,
  gp2gpEhrExtract,
];
