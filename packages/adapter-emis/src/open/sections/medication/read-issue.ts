import type { MedicationIssue } from "@gp2gp/core";
import { issueMethods, prescriptionTypes } from "../../codecs/value-tables.ts";
import { idOfGuid } from "../../../shared/guid.ts";
import { withEmisData } from "../../emis-data.ts";
import type { WireIssue } from "../../wire/medication-types.ts";
import { readDate } from "../coded-items/read-coded-item.ts";
import { participantOf, readSupply } from "./read-medication.ts";
import type { MedicationRead } from "./read-medication.ts";

/** One issue. Its course is named by MedicationLink; older systems name it in OldGUID. */
export function readIssue(wire: WireIssue, about: MedicationRead): string {
  const { reading, form } = about;
  const { supply, carried, whole } = readSupply(wire, { kind: "issue", about });
  const start = readDate(wire.AssignedDate, reading, wire);
  const method = issueMethods.read(wire.IssueMethod);
  const kind = prescriptionTypes.read(wire.PrescriptionType);
  const comment = wire.Comment ?? "";
  const course = courseOf(wire, about);
  const facts = {
    participants: [
      ...participantOf("responsible", wire.AuthorisedUserID, reading),
      ...participantOf("authoriser", wire.IssuerID, reading),
      ...participantOf("performer", wire.DispenserID, reading),
      ...participantOf("entered-by", wire.OriginalAuthor?.User, reading),
    ],
    ...(start !== undefined && { effective: { kind: "period" as const, start } }),
    ...(course && { course }),
    ...(method ? { method } : wire.ETPIssue === "1" && { method: "electronic" as const }),
    ...(kind && kind !== "automatic" && { repeat: kind === "repeat" }),
  };
  const entryOf = (base: typeof supply): MedicationIssue =>
    withEmisData(
      {
        ...base,
        ...facts,
        texts: comment === "" ? base.texts : [...base.texts, { text: comment, role: "comment" }],
      },
      { form },
    );
  const entry = entryOf(supply);
  const id = reading.add(
    { section: "issues", entry, base: entry, carried, whole: entryOf(whole) },
    { form, wire },
  );
  reading.medications.add(wire, id);
  reading.links(wire.ProblemLinkList, reading.problemLinks, id);
  return id;
}

function courseOf(wire: WireIssue, { reading }: MedicationRead): MedicationIssue["course"] {
  const { GUID } = wire.MedicationLink ?? {};
  const named = idOfGuid(GUID);
  if (named !== undefined) {
    const known = reading.medications.find({ GUID });
    if (known === undefined) reading.report("reference-unresolved", wire.MedicationLink);
    return { id: known ?? named, link: "source" };
  }
  const old = reading.medications.find({ GUID: wire.OldGUID });
  return old !== undefined && reading.find(old)?.section === "authorisations"
    ? { id: old, link: "source" }
    : undefined;
}
