import { labelOf, noMaps } from "@gp2gp/core";
import type { AnyEntry, Coded, DegradeKind, EntrySection, Qualifier } from "@gp2gp/core";
import { writeEmisDate } from "../../codecs/emis-date.ts";
import { writeEntryCode } from "../../codecs/entry-code.ts";
import { writeIntegerCode } from "../../codecs/integer-code.ts";
import type { WireCodedItem, WireQualifier } from "../../wire/coded-item-types.ts";
import { chooseSlots } from "../../writing/choose-slots.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import { partName } from "../../writing/writing.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeProblem } from "../problems/write-problem.ts";
import { writeProblemLinks, writeReferralLinks } from "./write-links.ts";
import { namedSlot, personSlot, writeAuthor, writePeople } from "./write-participants.ts";
import { qualifierGroupSystem, qualifierSystem } from "./read-coded-item.ts";

export interface WriteCodedItem {
  readonly kind: DegradeKind;
  readonly writing: Writing;
  readonly hasValue?: boolean;
  /** Qualifiers that say what the record has facts of its own for. */
  readonly qualifiers?: readonly WireQualifier[];
  /** Whether words can stand beside the value. */
  readonly hasWords?: boolean;
  /** The fact AssignedDate holds: when it was, where not told otherwise. */
  readonly dated?: "effective" | "due";
}

/** A coded entry but for its text, which is written last: it carries what nothing else held. */
export interface CodedItemWritten {
  readonly wire: WireCodedItem;
  /** Words beside the value. */
  readonly words: string | undefined;
  readonly text: (recordedAs?: EntrySection) => string | undefined;
}

export function writeCodedItem(work: EntryWork, request: WriteCodedItem): CodedItemWritten {
  const { writing, kind, hasValue = false, dated = "effective" } = request;
  const entry = work.entry as AnyEntry;
  const { note, displayed, words } = writeTexts(work, request.hasWords === true);
  const code = writeCode(work, { kind, writing, hasValue });
  const label = labelOf(entry.concept);
  if (label !== undefined && entry.concept?.codings.length === 0 && entry.concept.text === label)
    work.facts.take("concept", "text");
  const people = writePeople(
    work,
    [
      personSlot("AuthorID", "author", writing),
      personSlot("enteredBy", "entered-by", writing),
      namedSlot("ExternalConsultant", "performer"),
    ],
    writing,
  );
  const { AuthorID, enteredBy, ExternalConsultant } = people;
  const qualifiers = [...writeQualifiers(work, entry.concept), ...(request.qualifiers ?? [])];
  const problem = writeProblem(work, writing);
  const wire: WireCodedItem = {
    ...writing.head(work),
    ...(dated === "effective" ? writeEffective(work) : writeDue(work)),
    AuthorID: typeof AuthorID === "object" ? AuthorID : undefined,
    OriginalAuthor: writeAuthor(work, enteredBy),
    ExternalConsultant: typeof ExternalConsultant === "string" ? ExternalConsultant : undefined,
    DisplayTerm: displayed ?? label,
    PolicyID: writing.policies.refer(work),
    ...code,
    QualifierList: qualifiers.length > 0 ? { Qualifier: qualifiers } : undefined,
    Problem: problem,
    ProblemLinkList: writeProblemLinks(entry.id, writing),
    ReferralLinkList: writeReferralLinks(entry.id, writing),
  };
  return { wire, words, text: (recordedAs) => writing.text(work, note, recordedAs) };
}

/** The words of the clinician, and what the screen showed where that is not the term. */
function writeTexts(
  work: EntryWork,
  hasWords: boolean,
): { note?: string; displayed?: string; words?: string } {
  const entry = work.entry as AnyEntry;
  const label = labelOf(entry.concept);
  const filled = chooseSlots(entry.texts, [
    { name: "note", fits: ({ role }) => role === "note" },
    {
      name: "displayed",
      fits: ({ role, text }) =>
        role === "displayed" && text !== label && (entry.concept?.codings.length ?? 0) > 0,
    },
    { name: "words", fits: ({ role }) => hasWords && role === "result" },
  ]);
  for (const { index } of Object.values(filled)) {
    work.facts.take("texts", index, "text");
    work.facts.take("texts", index, "role");
  }
  return {
    ...(filled.note && { note: filled.note.item.text }),
    ...(filled.displayed && { displayed: filled.displayed.item.text }),
    ...(filled.words && { words: filled.words.item.text }),
  };
}

interface WriteCode {
  readonly kind: DegradeKind;
  readonly writing: Writing;
  readonly hasValue: boolean;
  /** Whether the element has text, to say that its code was found by a map. */
  readonly hasText?: boolean;
}

/** Code and TermID of the concept; what was done to a code EMIS does not have is reported. */
export function writeCode(
  work: EntryWork,
  { kind, writing, hasValue, hasText = true }: WriteCode,
): Pick<WireCodedItem, "Code" | "TermID"> {
  const { concept } = work.entry as AnyEntry;
  if (!concept) return {};
  const written = writeEntryCode(concept, {
    kind,
    terminology: hasText ? writing.context.terminology : noMaps,
    hasValue,
    goesHome: writing.goesHome,
  });
  for (const path of written.taken) work.facts.take("concept", ...path);
  if (written.mark !== undefined) writing.mark(work, written.mark);
  if (written.loss) {
    const carriedAs = {
      part: partName,
      as: written.loss.type === "translated" ? "translation" : "degraded-code",
    } as const;
    writing.lose(work, { ...written.loss, carriedAs }, ["concept"]);
  }
  return { Code: written.Code, TermID: written.TermID };
}

/** When it was: a point of time, or that nobody knows. Anything else is carried, with its date shown. */
export function writeEffective(
  work: EntryWork,
): Pick<WireCodedItem, "AssignedDate" | "DatePart" | "AssignedTime"> {
  const { effective } = work.entry as AnyEntry;
  switch (effective?.kind) {
    case "point":
    case "centre": {
      const { date, part, time, exact } = writeEmisDate(effective.at);
      if (effective.kind === "point") work.facts.take("effective", "kind");
      if (exact) work.facts.take("effective", "at");
      return { AssignedDate: date, DatePart: part, AssignedTime: time };
    }
    case "period": {
      const at = effective.start ?? effective.end;
      if (at === undefined) return {};
      const { date, part, time } = writeEmisDate(at);
      return { AssignedDate: date, DatePart: part, AssignedTime: time };
    }
    case "absent":
      if (effective.reason !== "UNK") return {};
      work.facts.take("effective");
      return { DatePart: "3" };
    case undefined:
      return {};
  }
}

function writeDue(
  work: EntryWork,
): Pick<WireCodedItem, "AssignedDate" | "DatePart" | "AssignedTime"> {
  const due = "due" in work.entry ? work.entry.due : undefined;
  const { effective } = work.entry as AnyEntry;
  if (due === undefined) return effective?.kind === "absent" ? writeEffective(work) : {};
  const { date, part, time, exact } = writeEmisDate(due);
  if (exact) work.facts.take("due");
  return { AssignedDate: date, DatePart: part, AssignedTime: time };
}

function writeQualifiers(work: EntryWork, concept: Coded | undefined): WireQualifier[] {
  const written: WireQualifier[] = [];
  for (const [at, qualifier] of (concept?.qualifiers ?? []).entries()) {
    const wire = writeQualifier(qualifier, (...path) =>
      work.facts.take("concept", "qualifiers", at, ...path),
    );
    if (!wire) break;
    written.push(wire);
  }
  return written;
}

/** A qualifier of EMIS's own list, or in the words for it. */
function writeQualifier(
  { name, value }: Qualifier,
  take: (...path: (string | number)[]) => void,
): WireQualifier | undefined {
  const item = value && writeIntegerCode(value, qualifierSystem);
  const group = name && writeIntegerCode(name, qualifierGroupSystem);
  if ((value && !item) || (name && !group) || (!item && !group)) return undefined;
  for (const path of item?.taken ?? []) take("value", ...path);
  for (const path of group?.taken ?? []) take("name", ...path);
  return { QualifierItemID: item?.wire, Group: group?.wire };
}
