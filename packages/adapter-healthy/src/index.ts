export { healthyMiquestAdapter } from "./miquest/healthy-miquest-adapter.ts";
export { healthyMiquestOptionsSchema } from "./miquest/healthy-miquest-options.ts";
export type { HealthyMiquestOptions } from "./miquest/healthy-miquest-options.ts";
