import type { AnyEntry } from "@gp2gp/core";
import { labelOf } from "@gp2gp/core";
import { investigationFields } from "../../wire/consultation-types.ts";
import type { WireInvestigation } from "../../wire/consultation-types.ts";
import type { WireEvent } from "../../wire/coded-item-types.ts";
import { chooseSlots } from "../../writing/choose-slots.ts";
import { apart } from "../../wire/wire-spec.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { IndexedEntry } from "../../writing/record-index.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeCode, writeEffective } from "../coded-items/write-coded-item.ts";
import { personSlot, writeAuthor, writePeople } from "../coded-items/write-participants.ts";
import { asEventSection } from "../events/event-section.ts";
import { formOf } from "../../writing/entry-form.ts";
import { reportSystem, specimenSystem } from "./read-investigation.ts";

/** Whether a group can stand as an investigation: a battery of nothing but events. */
export function isInvestigation(
  { section, entry }: { readonly section: string; readonly entry: AnyEntry },
  children: readonly IndexedEntry[],
): boolean {
  return (
    section === "groups" &&
    "kind" in entry &&
    entry.kind === "battery" &&
    children.length > 0 &&
    children.every(
      (child) => asEventSection(child.section) && formOf(child.section, child.entry) === "Event",
    )
  );
}

/** Name, report and specimen, of investigations entered by hand and sent by laboratories. */
export function writeInvestigationBase(
  work: EntryWork<"groups">,
  writing: Writing,
  { hasText }: { readonly hasText: boolean },
): {
  readonly wire: Pick<
    WireInvestigation,
    "DisplayTerm" | "Code" | "TermID" | "ReportID" | "SpecimenID" | "SpecimenType" | "UserComment"
  >;
  readonly note: string | undefined;
  readonly displayed: string | undefined;
} {
  const { entry, facts } = work;
  const label = labelOf(entry.concept);
  const code = writeCode(work, { kind: "record-entry", writing, hasValue: false, hasText });
  if (entry.concept?.codings.length === 0) facts.take("concept", "text");
  const texts = writeTexts(work, label);
  const [report] = entry.identifiers;
  const reported = report?.system === reportSystem && report.assigner === undefined;
  if (reported) facts.take("identifiers", 0);
  const [specimen] = entry.specimens ?? [];
  const [specimenId] = specimen?.identifiers ?? [];
  const known = specimenId?.system === specimenSystem && specimenId.assigner === undefined;
  if (known) facts.take("specimens", 0, "identifiers", 0);
  if (specimen?.material !== undefined) facts.take("specimens", 0, "material");
  return {
    wire: {
      DisplayTerm: texts.displayed ?? label,
      ...code,
      ReportID: reported ? report.value : undefined,
      SpecimenID: known ? specimenId.value : undefined,
      SpecimenType: specimen?.material,
      UserComment: texts.comment,
    },
    note: texts.note,
    displayed: texts.displayed,
  };
}

function writeTexts(
  { entry, facts }: EntryWork<"groups">,
  label: string | undefined,
): { readonly note?: string; readonly displayed?: string; readonly comment?: string } {
  const filled = chooseSlots(entry.texts, [
    { name: "note", fits: ({ role }) => role === "note" },
    {
      name: "displayed",
      fits: ({ role, text }) =>
        role === "displayed" && (entry.concept?.codings.length ?? 0) > 0 && text !== label,
    },
    { name: "comment", fits: ({ role }) => role === "comment" },
  ]);
  for (const found of Object.values(filled)) {
    facts.take("texts", found.index, "text");
    facts.take("texts", found.index, "role");
  }
  return {
    ...(filled.note && { note: filled.note.item.text }),
    ...(filled.displayed && { displayed: filled.displayed.item.text }),
    ...(filled.comment && { comment: filled.comment.item.text }),
  };
}

/** A battery of results, with its events. */
export function writeInvestigation(
  work: EntryWork<"groups">,
  events: readonly WireEvent[],
  writing: Writing,
): WireInvestigation {
  const { facts } = work;
  const base = writeInvestigationBase(work, writing, { hasText: true });
  const { AuthorID, enteredBy } = writePeople(
    work,
    [personSlot("AuthorID", "author", writing), personSlot("enteredBy", "entered-by", writing)],
    writing,
  );
  facts.take("kind");
  const dates = writeEffective(work);
  const wire: WireInvestigation = {
    ...writing.head(work),
    ...base.wire,
    DataType: "MAN",
    ...dates,
    AssignedDate: dates.AssignedDate ?? "",
    OriginalAuthor: writeAuthor(work, enteredBy),
    AuthorID: typeof AuthorID === "object" ? AuthorID : undefined,
    PolicyID: writing.policies.refer(work),
  };
  const text = writing.text(work, base.note);
  const finished = writing.finish(withoutEvents, { ...wire, DescriptiveText: text }, work);
  return { ...finished, EventList: { Event: events } };
}

const withoutEvents = { ...investigationFields, EventList: apart };
