import { dataMigrationLayouts } from "./data-migration-layouts.ts";
import { localMapLayout } from "./local-map-layout.ts";
import { readLayouts } from "./read-layouts.ts";
import { rf2Layouts } from "./rf2-layouts.ts";
import { supplierLayouts } from "./supplier-layouts.ts";
import type { TableLayout } from "./table-layout.ts";

/** Every table layout the program reads. */
export const knownLayouts: readonly TableLayout[] = [
  ...dataMigrationLayouts,
  ...rf2Layouts,
  ...readLayouts,
  ...supplierLayouts,
  localMapLayout,
];

/** The layout of a file, by its name without folders. */
export function layoutOf(file: string): TableLayout | undefined {
  return knownLayouts.find(({ files }) => files.test(file));
}
