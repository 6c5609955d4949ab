import { noMaps } from "@gp2gp/core";
import type { AnyEntry, EntryId, EntryOf, Json } from "@gp2gp/core";
import { withEmisData } from "../emis-data.ts";
import type { EmisData } from "../emis-data.ts";
import type { WireMedicalRecord } from "../wire/medical-record-type.ts";
import { registrationFields } from "../wire/registration-types.ts";
import type { AnyWire, AnyWireValue, WireFields } from "../wire/wire-spec.ts";
import { wirePatch } from "../wire/wire-patch.ts";
import { elementFieldsWithout } from "../writing/assemble-elements.ts";
import { shellFields, shellOfSource } from "../writing/shell.ts";
import { writeMedicalRecord } from "../writing/write-medical-record.ts";
import type { MedicalRecordMade } from "../writing/write-medical-record.ts";
import { Writing } from "../writing/writing.ts";
import type { Reading } from "./reading.ts";

/**
 * Keeps with each entry what its source has and the record does not say: the record is written as EMIS
 * would get it from a stranger, and what differs from the source is what only EMIS knows.
 */
export function settle(reading: Reading, source: WireMedicalRecord): void {
  const { draft, context } = reading;
  const made = new Map<EntryId, { readonly fields: WireFields; readonly wire: object }>();
  const writing = new Writing(draft, {
    context: { ...context, terminology: noMaps, confidential: "carry" },
    idents: reading.idents,
    recorder: (id, node) => void made.set(id, node),
  });
  const written = writeMedicalRecord(writing, {});
  const kept = new Map<EntryId, EmisData>();
  for (const { id, wire } of [...reading.made, ...reading.components]) {
    const node = made.get(id);
    if (!node) continue;
    const patch = wirePatch(node.fields, stripped(node.fields, wire as AnyWire), node.wire);
    if (patch) kept.set(id, { node: patch as Json });
  }
  keepElements(reading, written, kept);
  keepEntries(reading, kept);
  const registration = wirePatch(
    registrationFields,
    source.Registration ?? {},
    written.registration,
  );
  draft.patient = withEmisData(draft.patient, registration ? { node: registration as Json } : {});
  const shell = wirePatch(shellFields, shellOfSource(source), written.shell);
  draft.extraction = withEmisData(draft.extraction, shell ? { node: shell as Json } : {});
}

/** A node of the source without what is written apart from it. */
function stripped(fields: WireFields, wire: AnyWire): AnyWire {
  const bare: Record<string, AnyWireValue | undefined> = {};
  for (const [name, value] of Object.entries(wire)) {
    const spec = fields[name];
    if (value === undefined || !spec) continue;
    if (spec.kind === "list")
      bare[name] = (value as readonly AnyWire[]).map((item) => stripped(spec.fields, item));
    else if (spec.kind !== "node") bare[name] = value;
    else if (Object.keys(spec.fields).length > 0)
      bare[name] = stripped(spec.fields, value as AnyWire);
    else if (isEmpty(value as AnyWire)) bare[name] = {};
  }
  return bare;
}

function isEmpty(wire: AnyWire): boolean {
  return Object.values(wire).every((value) => Array.isArray(value) && value.length === 0);
}

function keepElements(
  reading: Reading,
  { consultations }: MedicalRecordMade,
  kept: Map<EntryId, EmisData>,
): void {
  const byId = new Map(consultations.map(({ id, elements }) => [id, elements]));
  for (const { consultation, elements } of reading.elements) {
    const written = (byId.get(consultation) ?? []).filter(({ item }) => item !== "carrier");
    for (const [at, element] of elements.entries()) {
      const made = written[at];
      if (!made?.owner) continue;
      const fields = elementFieldsWithout(made.item);
      const patch = wirePatch(fields, element, made.element);
      if (!patch) continue;
      const { id } = made.owner;
      kept.set(id, { ...kept.get(id), element: patch as Json });
    }
  }
}

function keepEntries(reading: Reading, kept: ReadonlyMap<EntryId, EmisData>): void {
  const withKept = <Entry extends AnyEntry>(entry: Entry): Entry => {
    const data = kept.get(entry.id);
    return data ? withEmisData(entry, data) : entry;
  };
  for (const id of kept.keys()) {
    const found = reading.find(id);
    if (found) reading.replace(found.section, id, withKept(found.entry));
  }
  for (const composite of new Set(reading.components.map((component) => component.composite))) {
    const found = reading.find(composite);
    if (found?.section !== "observations") continue;
    const entry = found.entry as EntryOf<"observations">;
    const components = (entry.components ?? []).map((component) => withKept(component));
    reading.replace("observations", composite, { ...entry, components });
  }
}
