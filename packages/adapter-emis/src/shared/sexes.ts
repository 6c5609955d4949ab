import { tableOf } from "./value-table.ts";

export const sexes = tableOf([
  ["M", "male"],
  ["F", "female"],
  ["I", "indeterminate"],
  ["U", "unknown"],
]);
