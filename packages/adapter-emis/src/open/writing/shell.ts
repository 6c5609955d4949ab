import { emisDataOf, formatId } from "../emis-data.ts";
import type { EmisOpenOptions } from "../emis-open-options.ts";
import { medicalRecordFields } from "../wire/medical-record-type.ts";
import type { WireMedicalRecord } from "../wire/medical-record-type.ts";
import { patchedWire } from "../wire/wire-patch.ts";
import { apart } from "../wire/wire-spec.ts";
import type { WireFields } from "../wire/wire-spec.ts";
import { writeEmisDate } from "../codecs/emis-date.ts";
import type { RegistrationMade } from "./assemble-registration.ts";
import { listItems } from "./assembly.ts";
import type { Writing } from "./writing.ts";

/** Members of a medical record that entries fill: of those the shell keeps only that they are there and empty. */
const filled = new Set([...Object.keys(listItems), "RegistrationStatus"]);

/** The members of a medical record that are about the message, and empty lists. */
export const shellFields: WireFields = Object.fromEntries(
  Object.entries(medicalRecordFields)
    .filter(([name]) => name !== "Registration")
    .map(([name, spec]) => [name, filled.has(name) ? apart : spec]),
);

export interface ShellRequest {
  readonly options: EmisOpenOptions;
  readonly patientId: string | undefined;
  readonly registered: RegistrationMade;
}

/** Who sends the record, when and what for, and the directories of types and policies. */
export function shellOf(
  writing: Writing,
  { options, patientId, registered }: ShellRequest,
): { readonly wire: WireMedicalRecord; readonly made: WireMedicalRecord } {
  const { extraction } = writing.record;
  const own = extraction.format === formatId;
  const at = own ? extraction.at : isoMinute(writing.context.now());
  const created = at === undefined ? undefined : writeEmisDate(at);
  const types = writing.locationTypes.types;
  const policies = writing.policies.policies;
  const organisation = options.originatorOrganisation;
  const made: WireMedicalRecord = {
    "@PatientID": patientId,
    MiscellaneousData:
      registered.medicationMessage === undefined
        ? undefined
        : { MedicationMessage: registered.medicationMessage },
    LocationTypeList: types.length > 0 ? { LocationType: types } : undefined,
    Originator:
      options.originatorSystem || organisation !== undefined
        ? {
            System: options.originatorSystem && {
              Name: options.originatorSystem.name,
              Version: options.originatorSystem.version,
            },
            Organisation: organisation === undefined ? undefined : writing.idents.of(organisation),
          }
        : undefined,
    MessageInformation: {
      DateCreated: created?.date,
      TimeCreated: created?.time,
      MessagePurpose:
        options.sessionId === undefined
          ? undefined
          : {
              Post: {
                PostType: options.postType === "view" ? "2" : "1",
                SessionID: options.sessionId,
              },
            },
    },
    PolicyList: policies.length > 0 ? { PolicyType: policies } : undefined,
  };
  const patch = emisDataOf(extraction)?.node;
  const refused = (): void =>
    void writing.losses.push({
      type: "dropped",
      record: `/extraction/supplierData/${formatId}`,
      section: "extraction",
      reason: "invalid-in-target",
    });
  return { wire: patchedWire(shellFields, made, { patch, refused }) as WireMedicalRecord, made };
}

function isoMinute(date: Date): string {
  return date.toISOString().slice(0, 19);
}

/** The message part of a source's medical record, with its lists as what is left when they are empty. */
export function shellOfSource(wire: WireMedicalRecord): WireMedicalRecord {
  const shell: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(wire)) {
    if (name === "Registration" || value === undefined) continue;
    if (!filled.has(name)) shell[name] = value;
    else if (isEmpty(value)) shell[name] = {};
  }
  return shell;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
