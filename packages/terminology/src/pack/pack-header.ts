import { z } from "zod";

const count = z.int().min(0);
const name = z.string().min(1).max(1_024);

/** What a map set is for, which says when it is asked. */
export const setKindSchema = z.enum([
  "value-alternate",
  "map",
  "older-map",
  "term-text",
  "code-only",
  "supplier",
  "simple-map",
  "history",
]);
export type SetKind = z.infer<typeof setKindSchema>;

const setSchema = z.strictObject({
  id: name,
  title: name,
  from: name,
  to: name,
  kind: setKindSchema,
  release: name,
  /** Rows that are used, by what they say; and those that say no, or no longer. */
  counts: z.strictObject({
    assured: count,
    unassured: count,
    unknown: count,
    none: count,
    ambiguous: count,
    retired: count,
  }),
});
export type SetInfo = z.infer<typeof setSchema>;

const inputSchema = z.strictObject({
  name,
  layout: name,
  release: name,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: count,
  taken: count,
  /** Rows a later row of the same map replaced. */
  superseded: count,
  /** Rows that take effect after the day the pack is for. */
  later: count,
  unreadable: count,
});
export type InputInfo = z.infer<typeof inputSchema>;

const systemSchema = z.strictObject({
  id: name,
  encoding: z.enum(["read", "number", "text"]),
  codes: count,
  terms: count,
  descriptions: count,
});
export type SystemInfo = z.infer<typeof systemSchema>;

const sectionSchema = z.strictObject({
  name,
  width: z.union([z.literal(1), z.literal(4)]),
  offset: count,
  bytes: count,
});
export type SectionInfo = z.infer<typeof sectionSchema>;

/** The first part of a pack, as JSON: what is in it, where it comes from and where its columns are. */
export const packHeaderSchema = z.strictObject({
  format: z.literal(1),
  name,
  notices: z.array(z.string().max(4_096)).max(64),
  asOf: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  inputs: z.array(inputSchema).max(10_000),
  sets: z.array(setSchema).max(255),
  systems: z.array(systemSchema).max(255),
  relations: z.array(z.strictObject({ from: name, to: name, rows: count })).max(1_024),
  sections: z.array(sectionSchema).max(65_536),
  /** Bytes of the part that every process keeps in memory, with its checksum, and of all. */
  hotBytes: count,
  hotChecksum: count,
  bodyBytes: count,
  bodySha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PackHeader = z.infer<typeof packHeaderSchema>;
