import { join } from "node:path";
import { expect, it } from "vitest";
import { OutputPlaces } from "./output-places.ts";

const format = {
  name: "",
  versions: [],
  mediaTypes: [],
  patients: "one",
  codeSystems: [],
} as const;

it("gives one patient the path itself", () => {
  expect(new OutputPlaces("out", { ...format, extension: ".xml" }, false).next("a.xml")).toEqual({
    path: "out",
    as: "file",
  });
  expect(new OutputPlaces("out", format, false).next("a.xml")).toEqual({
    path: "out",
    as: "folder",
  });
});

it("gives many patients a folder each, named as their part was, none twice and none outside", () => {
  const places = new OutputPlaces("out", { ...format, extension: ".xml" }, true);
  const names = [
    "emis/PWTP2.xml",
    "b.csv#1",
    "b.csv#2",
    "A.xml",
    "a.txt",
    "../../x",
    "...",
    "Ä é.xml",
  ];
  expect(names.map((name) => places.next(name).path)).toEqual(
    ["emis-PWTP2", "b-1", "b-2", "A", "a-2", "x", "patient", "Ä-é"].map((name) =>
      join("out", name),
    ),
  );
});
