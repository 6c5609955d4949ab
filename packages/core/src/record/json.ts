import { z } from "zod";

/** Any JSON value: what a supplier's own data and residue are kept as. */
export const jsonSchema = z
  .json()
  .meta({ id: "JSON", title: "JSON", description: "Any JSON value." });
export type Json = z.infer<typeof jsonSchema>;
