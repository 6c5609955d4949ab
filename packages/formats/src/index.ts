import { emisCsvAdapter, emisOpenAdapter } from "@gp2gp/adapter-emis";
import { gp2gpEhrExtract } from "@gp2gp/adapter-gp2gp";
import { tppClientXmlAdapter, tppSrCsvAdapter } from "@gp2gp/adapter-tpp";
import { healthyMiquestAdapter } from "@gp2gp/adapter-healthy";
import { inpsCsvAdapter } from "@gp2gp/adapter-inps";
import { isoftMiquestAdapter } from "@gp2gp/adapter-isoft";
import { seetecMiquestAdapter } from "@gp2gp/adapter-seetec";
import type { SupplierAdapterV1 } from "@gp2gp/core";

/** The format in which records travel between practices. */
export const wireFormat: SupplierAdapterV1 = gp2gpEhrExtract;

/** Every format there is an adapter for: those of the suppliers, and the one records travel in. */
export const adapters: readonly SupplierAdapterV1[] = [
  emisOpenAdapter,
  emisCsvAdapter,
  inpsCsvAdapter,
  isoftMiquestAdapter,
  tppClientXmlAdapter,
  tppSrCsvAdapter,
  healthyMiquestAdapter,
  seetecMiquestAdapter,
  wireFormat,
];
