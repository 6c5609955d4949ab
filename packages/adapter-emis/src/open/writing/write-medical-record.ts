import { emisDataOf } from "../emis-data.ts";
import { writePatient } from "../sections/patient/write-patient.ts";
import type { WireMedicalRecord } from "../wire/medical-record-type.ts";
import type { WireRegistration } from "../wire/registration-types.ts";
import type { AnyWire } from "../wire/wire-spec.ts";
import { Assembly, listItems } from "./assembly.ts";
import type { ConsultationMade, ListName } from "./assembly.ts";
import { workOn } from "./entry-work.ts";
import { finishProblems, prepareProblems } from "./prepare-problems.ts";
import { reportOtherData, writeResidue } from "./write-residue.ts";
import { shellOf } from "./shell.ts";
import type { EmisOpenOptions } from "../emis-open-options.ts";
import type { Writing } from "./writing.ts";

export interface MedicalRecordMade {
  readonly wire: WireMedicalRecord;
  readonly consultations: readonly ConsultationMade[];
  /** The registration and the shell before what only the source knew was put back. */
  readonly registration: WireRegistration;
  readonly shell: WireMedicalRecord;
}

/** The whole medical record of a record. */
export function writeMedicalRecord(writing: Writing, options: EmisOpenOptions): MedicalRecordMade {
  reportOtherData(writing);
  prepareProblems(writing);
  prepareReferralLinks(writing);
  const assembly = new Assembly(writing);
  const registered = assembly.run();
  finishProblems(writing);
  assembly.lists.EventList.push(
    ...(writing.carriers as readonly AnyWire[]),
    ...(writeResidue(writing) as readonly AnyWire[]),
  );
  let made: WireRegistration = {};
  const patient = writePatient(writing, registered.registration, (wire) => (made = wire));
  const shell = shellOf(writing, { options, patientId: patient.patientId, registered });
  const lists: Record<string, AnyWire> = {};
  for (const [name, item] of Object.entries(listItems)) {
    const items = assembly.lists[name as ListName];
    if (items.length > 0) lists[name] = { [item]: items };
  }
  return {
    wire: {
      ...shell.wire,
      ...lists,
      Registration: patient.registration,
      ...(registered.status && { RegistrationStatus: registered.status }),
    },
    consultations: assembly.consultations,
    registration: made,
    shell: shell.made,
  };
}

function prepareReferralLinks(writing: Writing): void {
  for (const [index, entry] of writing.record.links.entries()) {
    const { from } = entry;
    if (emisDataOf(entry)?.form !== "ReferralLinkList" || from === undefined) continue;
    if (writing.index.find(from) === undefined) continue;
    const work = workOn("links", index, { entry, position: { within: from } });
    const links = writing.referralLinks.get(from);
    if (links) links.push(work);
    else writing.referralLinks.set(from, [work]);
  }
}
