import type { OutputElement } from "@gp2gp/xml";
import { markLine } from "../carried-marks.ts";
import { recordTypes } from "../wire/record-types.ts";
import { toOutput } from "../wire/wire-output.ts";
import type { PracticeItemName, WireInput } from "../wire/wire-types.ts";
import { carriedOf, carryInText } from "./carry.ts";
import type { ClientWriting } from "./client-writing.ts";
import { carrierOf } from "./form.ts";
import type { Item } from "./item.ts";
import type { RawParts } from "./raw-parts.ts";
import { tppSystems } from "../../shared/tpp-systems.ts";

const names = Object.keys(recordTypes.NonClinical.elements) as PracticeItemName[];
const kinds = {
  Appointment: { kind: "appointment", system: tppSystems.appointment },
  Visit: { kind: "visit", system: tppSystems.visit },
  Task: { kind: "task", system: tppSystems.task },
} as const;

/** Appointments, visits and tasks, each kind in the order of the record. */
export function writePracticeItems(
  items: readonly Item[],
  { writing, raw }: { readonly writing: ClientWriting; readonly raw: RawParts },
): OutputElement[] {
  return names.flatMap((name) =>
    items
      .filter(({ form }) => form.name === name)
      .map((item, index) => {
        const output = writeOne(item, name, index + 1, writing);
        return raw.insert(output, item.entry.id, name);
      }),
  );
}

function writeOne(
  item: Item,
  name: PracticeItemName,
  number: number,
  writing: ClientWriting,
): OutputElement {
  const { entry, facts, form } = item;
  const { kind, system } = kinds[name];
  const uid = entry.identifiers[0]?.system === system ? entry.identifiers[0].value : undefined;
  if (entry.id === writing.ids.of(`${kind} ${uid ?? number}`)) facts.take("id");
  const hasSiblings = entry.within !== undefined || entry.consultation !== undefined;
  const marks = hasSiblings ? [markLine("order", entry.order)] : [];
  const carrier = carrierOf(name, writing.version) ?? "Comments";
  const parent =
    writing.version === "patient-record"
      ? "/PatientRecord/Patient[1]"
      : "/ClientIntegrationResponse/Response[1]";
  const pointer = `${parent}/NonClinical[1]/${name}[${number}]/${carrier}[1]`;
  const text = carryInText(
    form.text,
    carriedOf({ ...item, marks, reasons: form.reasons }, writing),
    { recordedAs: undefined, at: { part: writing.part, pointer, as: "text" } },
    writing,
  );
  const fields = { ...form.fields, [carrier]: text ?? (name === "Task" ? "" : undefined) };
  return toOutput(name, name, fields as WireInput<PracticeItemName>);
}
