import { describe, expect, it } from "vitest";
import {
  codeSystems,
  labelOfSystem,
  oidOfSystem,
  systemOfOid,
  systemOfUri,
  uriOfSystem,
} from "./code-systems.ts";
import type { CodeSystem } from "./code-systems.ts";

const table: readonly CodeSystem[] = codeSystems;

describe("code systems", () => {
  it("are found by object identifier and by address, and have both again", () => {
    for (const { id, oid, uri } of table) {
      expect(oidOfSystem(id)).toBe(oid);
      if (oid !== undefined) expect(systemOfOid(oid)).toBe(id);
      expect(uriOfSystem(id)).toBe(uri ?? (oid === undefined ? undefined : `urn:oid:${oid}`));
      const address = uriOfSystem(id);
      if (address !== undefined) expect(systemOfUri(address)).toBe(id);
    }
  });

  it("have names, identifiers, addresses and labels that no other has", () => {
    for (const member of ["id", "label", "oid", "uri"] as const) {
      const given = table.flatMap((system) => system[member] ?? []);
      expect(new Set(given).size).toBe(given.length);
    }
  });

  it("that are not known keep what names them", () => {
    expect(systemOfOid("1.2.3")).toBe("urn:oid:1.2.3");
    expect(oidOfSystem("urn:oid:1.2.3")).toBe("1.2.3");
    expect(systemOfUri("https://example.org/codes")).toBe("https://example.org/codes");
    expect(uriOfSystem("https://example.org/codes")).toBe("https://example.org/codes");
    expect(uriOfSystem("tpp:event")).toBeUndefined();
    expect(labelOfSystem("tpp:event")).toBe("tpp:event");
  });
});
