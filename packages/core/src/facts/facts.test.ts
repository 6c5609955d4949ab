import { expect, it } from "vitest";
import { newEntry } from "../record/new-entry.ts";
import { factsOf, pointerOf } from "./facts.ts";

it("counts neither an entry's place and source nor those of its components among the facts", () => {
  const source = { part: "record.xml", line: 12 };
  const supplierData = { "emis-open": { DBID: "7" } };
  const component = { ...newEntry("B", 3, source), supplierData };
  const entry = { ...newEntry("A", 2, source), supplierData, components: [component] };
  expect(factsOf(entry).map(({ path, value }) => [pointerOf(...path), value])).toEqual([
    ["/id", "A"],
    ["/components/0/id", "B"],
  ]);
});
