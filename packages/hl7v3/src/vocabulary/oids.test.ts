import { expect, test } from "vitest";
import { findOid, oids, type OidEntry } from "./oids.ts";

test("every OID is one, stands once, and is found", () => {
  const entries = Object.values<OidEntry>(oids);
  expect(new Set(entries.map(({ oid }) => oid)).size).toBe(entries.length);
  for (const entry of entries) {
    expect(entry.oid).toMatch(/^[0-2](?:\.(?:0|[1-9][0-9]*))+$/u);
    expect(findOid(entry.oid)).toBe(entry);
    if (entry.aliasOf !== undefined) expect(findOid(entry.aliasOf)?.aliasOf).toBeUndefined();
  }
});

test("Microtest's arcs are found below their root, and nothing else is guessed", () => {
  expect(findOid("1.3.6.1.4.1.17340.1.5")).toBe(oids.microtest);
  expect(findOid("1.3.6.1.4.1.17340.10")).toBeUndefined();
  expect(findOid("2.16.840.1.113883.2.1.6.99")).toBeUndefined();
});
