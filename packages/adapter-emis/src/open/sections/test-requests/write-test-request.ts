import type { AnyEntry, EntryOf, TestRequest } from "@gp2gp/core";
import { writePlainDate } from "../../codecs/emis-date.ts";
import { emisDataOf } from "../../emis-data.ts";
import { testRequestFields, testRequestHeaderFields } from "../../wire/coded-item-types.ts";
import type { WireTestRequest, WireTestRequestHeader } from "../../wire/coded-item-types.ts";
import { apart } from "../../wire/wire-spec.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import { workOn } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeCodedItem } from "../coded-items/write-coded-item.ts";
import { personSlot, writePeople } from "../coded-items/write-participants.ts";
import { writeStringCode } from "../coded-items/write-string-code.ts";
import {
  requestPrioritySystem,
  requestReferenceSystem,
  requestStatusSystem,
} from "./read-test-request.ts";

type Order = NonNullable<NonNullable<WireTestRequestHeader["EDIOrderList"]>["EDIOrder"]>[number];

/** A request form that came from EMIS, with its orders and their tests. */
export function writeTestRequestHeader(
  work: EntryWork<"testRequests">,
  writing: Writing,
): WireTestRequestHeader {
  const { entry, facts } = work;
  const date = (at: string | undefined, ...path: string[]): string | undefined => {
    const written = at === undefined ? undefined : writePlainDate(at);
    if (written?.exact) facts.take(...path);
    return written?.text;
  };
  const flag = (member: "fasted" | "pregnant" | "infectionRisk"): string | undefined => {
    if (entry[member] === undefined) return undefined;
    facts.take(member);
    return entry[member] ? "1" : "0";
  };
  const { effective, consultation } = entry;
  const point = effective?.kind === "point" ? effective.at : undefined;
  if (point !== undefined) facts.take("effective", "kind");
  if (consultation !== undefined) facts.take("consultation");
  for (const member of ["copyTo", "clinicalInformation"]) facts.take(member);
  const { Requestor } = writePeople(work, [personSlot("Requestor", "author", writing)], writing);
  const wire: WireTestRequestHeader = {
    ...writing.head(work),
    Requestor: typeof Requestor === "object" ? Requestor : undefined,
    ConsultationID: consultation === undefined ? undefined : writing.idents.of(consultation),
    DateCreated: date(point, "effective", "at"),
    DateForTest: date(entry.requestedFor, "requestedFor"),
    Status: writeCode(entry, work, "status", requestStatusSystem) ?? "",
    CopyTo: entry.copyTo,
    Priority: writeCode(entry, work, "priority", requestPrioritySystem),
    InnoculationRisk: flag("infectionRisk"),
    Fasted: flag("fasted"),
    ClinicalInformation: entry.clinicalInformation,
    Pregnant: flag("pregnant"),
  };
  const finished = writing.finish(headerFields, wire, work);
  writing.carryApart(work);
  const orders = writing.index.children(entry.id).flatMap((child) => {
    if (child.section !== "groups" || emisDataOf(child.entry)?.form !== "EDIOrder") return [];
    const position = { within: entry.id };
    const order = workOn("groups", child.index, {
      entry: child.entry as EntryOf<"groups">,
      position,
    });
    return [writeOrder(order, work, writing)];
  });
  return orders.length > 0 ? { ...finished, EDIOrderList: { EDIOrder: orders } } : finished;
}

const headerFields = { ...testRequestHeaderFields, EDIOrderList: apart };
const orderFields = {
  ...testRequestHeaderFields.EDIOrderList.fields.EDIOrder.fields,
  TestRequestList: apart,
};

function writeCode(
  entry: AnyEntry,
  { facts }: EntryWork,
  member: "status" | "priority",
  system: string,
): string | undefined {
  const [coding, ...more] = entry[member]?.codings ?? [];
  if (!coding || more.length > 0 || coding.system !== system) return undefined;
  facts.take(member);
  return coding.code;
}

function writeOrder(
  work: EntryWork<"groups">,
  header: EntryWork<"testRequests">,
  writing: Writing,
): Order {
  const { entry, facts } = work;
  facts.take("kind");
  const [participant] = entry.participants;
  if (participant?.agent !== undefined) facts.take("participants", 0);
  const wire: Order = {
    ...writing.head(work),
    HeaderID: writing.idents.of(header.entry.id),
    Provider: participant?.agent === undefined ? undefined : writing.idents.of(participant.agent),
    OrderCategory: "1",
  };
  const tests = writing.index.children(entry.id).flatMap((child) => {
    if (child.section !== "testRequests") return [];
    const position = { within: entry.id };
    return [
      writeTest(
        workOn("testRequests", child.index, { entry: child.entry as TestRequest, position }),
        writing,
      ),
    ];
  });
  const finished = writing.finish(orderFields, wire, work);
  writing.carryApart(work);
  return tests.length > 0 ? { ...finished, TestRequestList: { TestRequest: tests } } : finished;
}

function writeTest(work: EntryWork<"testRequests">, writing: Writing): WireTestRequest {
  const { entry, facts } = work;
  const item = writeCodedItem(work, { kind: "request", writing });
  const [reference] = entry.identifiers;
  const referenced = reference?.system === requestReferenceSystem;
  if (referenced) facts.take("identifiers", 0);
  const [specimen] = entry.specimens ?? [];
  const { collected, material, type } = specimen ?? {};
  const at = collected?.kind === "point" ? writePlainDate(collected.at) : undefined;
  if (at?.exact) facts.take("specimens", 0, "collected");
  if (material !== undefined) facts.take("specimens", 0, "material");
  const results = entry.results ?? [];
  const [report, ...investigations] = results;
  const isReport = writing.index.find(report)?.section === "testReports";
  if (results.length > 0) facts.take("results");
  const wire: WireTestRequest = {
    ...item.wire,
    Reference: referenced ? reference.value : undefined,
    SpecimenType: material,
    SpecimenTypeCode:
      type && writeStringCode(type, (...path) => facts.take("specimens", 0, "type", ...path)),
    CollectionDate: at?.text,
    Status: writeCode(entry, work, "status", requestStatusSystem),
    ResultsRef: isReport && report !== undefined ? writing.idents.of(report) : undefined,
    InvestigationRef: (isReport ? investigations : results).map((id) => writing.idents.of(id)),
  };
  const refs = wire.InvestigationRef?.length === 0 ? { InvestigationRef: undefined } : {};
  return writing.finish(
    testRequestFields,
    { ...wire, ...refs, DescriptiveText: item.text() },
    work,
  );
}
