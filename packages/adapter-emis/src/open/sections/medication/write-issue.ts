import type { MedicationIssue } from "@gp2gp/core";
import { guidOfId, isGuidId } from "../../../shared/guid.ts";
import { issueMethods } from "../../codecs/value-tables.ts";
import { issueFields } from "../../wire/medication-types.ts";
import type { WireIssue } from "../../wire/medication-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { personSlot } from "../coded-items/write-participants.ts";
import { writeSupply } from "./write-medication.ts";

/** One issue, with the course it belongs to. */
export function writeIssue(work: EntryWork<"issues">, writing: Writing): WireIssue {
  const { entry, facts } = work;
  const supply = writeSupply(
    work,
    [
      personSlot("AuthorisedUserID", "responsible", writing),
      personSlot("IssuerID", "authoriser", writing),
      personSlot("DispenserID", "performer", writing),
    ],
    writing,
  );
  const ident = (name: string): object | undefined => {
    const person = supply.people[name];
    return typeof person === "object" ? person : undefined;
  };
  const IssueMethod = issueMethods.write(entry.method);
  const electronic = entry.method === "electronic";
  if (IssueMethod !== undefined || electronic) facts.take("method");
  if (entry.repeat !== undefined) facts.take("repeat");
  const wire: WireIssue = {
    ...supply.wire,
    AuthorisedUserID: ident("AuthorisedUserID"),
    IssueMethod,
    PrescriptionType: entry.repeat === undefined ? undefined : entry.repeat ? "REPEAT" : "ACUTE",
    ETPIssue: electronic ? "1" : undefined,
    Comment: supply.comment,
    IssuerID: ident("IssuerID"),
    DispenserID: ident("DispenserID"),
    MedicationLink: writeCourse(entry, work, writing),
  };
  return writing.finish(issueFields, { ...wire, RxText: supply.text() }, work);
}

/** A link that was only inferred is written as one, and said to be inferred. */
function writeCourse(
  { course }: MedicationIssue,
  { facts }: EntryWork<"issues">,
  writing: Writing,
): WireIssue["MedicationLink"] {
  if (!course) return undefined;
  const known = writing.index.find(course.id) !== undefined;
  if (!known && !isGuidId(course.id)) return undefined;
  facts.take("course", "id");
  if (course.link === "source") facts.take("course", "link");
  return { GUID: known ? writing.idents.of(course.id).GUID : guidOfId(course.id) };
}
