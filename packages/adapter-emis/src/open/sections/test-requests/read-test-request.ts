import { roleCoded } from "@gp2gp/core";
import type { Coded, EntryId, TestRequest } from "@gp2gp/core";
import { readEntryCode } from "../../codecs/entry-code.ts";
import { withEmisData } from "../../emis-data.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireTestRequest, WireTestRequestHeader } from "../../wire/coded-item-types.ts";
import { addCodedItem } from "../coded-items/add-coded-item.ts";
import { readCodedItem, readDate, withQualifiers } from "../coded-items/read-coded-item.ts";

export const requestStatusSystem = "emis:request-status";
export const requestPrioritySystem = "emis:request-priority";
/** The laboratory's reference of a request. */
export const requestReferenceSystem = "emis:request-reference";

type Order = NonNullable<NonNullable<WireTestRequestHeader["EDIOrderList"]>["EDIOrder"]>[number];

/** A request form, its orders as groups in it, and the tests asked for in each order. */
export function readTestRequestHeader(
  wire: WireTestRequestHeader,
  place: Place,
  reading: Reading,
): void {
  const id = reading.entryId(wire, "test-request");
  const created = readDate(wire.DateCreated, reading, wire);
  const requestedFor = readDate(wire.DateForTest, reading, wire);
  const requestor = reading.person(wire.Requestor);
  const status = codedOf(wire.Status, requestStatusSystem);
  const priority = codedOf(wire.Priority, requestPrioritySystem);
  const information = wire.ClinicalInformation ?? "";
  const copyTo = wire.CopyTo ?? "";
  const entry: TestRequest = {
    ...reading.base(id, wire, consultationOf(wire, place, reading)),
    ...(created !== undefined && { effective: { kind: "point", at: created } }),
    participants: requestor === undefined ? [] : [{ role: roleCoded("author"), agent: requestor }],
    ...(status && { status }),
    ...(priority && { priority }),
    ...(requestedFor !== undefined && { requestedFor }),
    ...(information !== "" && { clinicalInformation: information }),
    ...(copyTo !== "" && { copyTo }),
    ...flagOf("fasted", wire.Fasted),
    ...flagOf("pregnant", wire.Pregnant),
    ...flagOf("infectionRisk", wire.InnoculationRisk),
  };
  const form = place.consultation === undefined ? "TestRequestHeader" : "ConsultationElement";
  reading.put("testRequests", withEmisData(entry, { form }), { form, wire });
  reading.entries.add(wire, id);
  for (const order of wire.EDIOrderList?.EDIOrder ?? []) readOrder(order, id, reading);
}

function consultationOf(wire: WireTestRequestHeader, place: Place, reading: Reading): Place {
  if (place.consultation !== undefined || !wire.ConsultationID) return place;
  const consultation = reading.entries.find(wire.ConsultationID);
  return consultation === undefined ? place : { ...place, consultation };
}

function readOrder(wire: Order, request: EntryId, reading: Reading): void {
  const id = reading.entryId(wire, "order");
  const provider = reading.location(wire.Provider);
  const group = {
    ...reading.base(id, wire, { within: request }),
    kind: "other" as const,
    participants: provider === undefined ? [] : [{ role: roleCoded("performer"), agent: provider }],
  };
  const form = "EDIOrder";
  reading.put("groups", withEmisData(group, { form }), { form, wire });
  for (const test of wire.TestRequestList?.TestRequest ?? []) readTest(test, id, reading);
}

function readTest(wire: WireTestRequest, order: EntryId, reading: Reading): void {
  const item = readCodedItem(wire, { kind: "test", place: { within: order }, reading });
  const collected = readDate(wire.CollectionDate, reading, wire);
  const material = wire.SpecimenType ?? "";
  const type = readEntryCode({ Code: wire.SpecimenTypeCode });
  const status = codedOf(wire.Status, requestStatusSystem);
  const reference = wire.Reference ?? "";
  const specimen = {
    ...(collected !== undefined && { collected: { kind: "point" as const, at: collected } }),
    ...(material !== "" && { material }),
    ...(type && { type: { codings: type } }),
  };
  const results = [...(wire.ResultsRef ? [wire.ResultsRef] : []), ...(wire.InvestigationRef ?? [])];
  const found = results.map((result) => reading.entries.find(result));
  const all = found.every((result) => result !== undefined);
  if (!all) reading.report("reference-unresolved", wire);
  addCodedItem("testRequests", item, {
    facts: {
      ...withQualifiers(item.base.concept, item.qualifiers),
      identifiers: reference === "" ? [] : [{ system: requestReferenceSystem, value: reference }],
      ...(status && { status }),
      ...(Object.keys(specimen).length > 0 && { specimens: [specimen] }),
      ...(found.length > 0 && all && { results: found }),
    },
    about: { wire, form: "TestRequest", reading },
  });
}

export function codedOf(code: string | undefined, system: string): Coded | undefined {
  if (code === undefined || code === "") return undefined;
  return { codings: [{ system, code, asserted: "source" }] };
}

function flagOf<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [Key in Name]?: boolean } {
  if (value !== "0" && value !== "1") return {};
  return { [name]: value === "1" } as { readonly [Key in Name]?: boolean };
}
