import { formatNhsNumber, identifierSystems, isNhsNumber } from "@gp2gp/core";
import type { Issue, Patient, PatientRecord } from "@gp2gp/core";
import { columns } from "../output/columns.ts";
import { plainText } from "../output/plain-text.ts";
import { renderIssues } from "../output/render-issues.ts";
import { counted, sectionCounts, sectionName } from "../output/wording.ts";
import type { RecordSection } from "@gp2gp/core";
import { timeline } from "./timeline.ts";

export interface RenderRecordOptions {
  readonly name: string;
  readonly formatName: string;
  readonly issues: readonly Issue[];
  readonly all: boolean;
  readonly width: number;
}

/** A record for people: who, how much of what, what was wrong with the input, a timeline. */
export function renderRecord(record: PatientRecord, options: RenderRecordOptions): string {
  const { name, formatName, issues, all, width } = options;
  const counts = Object.entries(sectionCounts(record));
  const { extraction } = record;
  const version = extraction.formatVersion === undefined ? "" : ` ${extraction.formatVersion}`;
  const head = columns(
    [
      ["Input", plainText(name)],
      ["Format", `${formatName} (${extraction.format}${version})`],
      ...(extraction.at === undefined ? [] : [["Made", extraction.at]]),
      ...patientRows(record.patient),
    ],
    "",
  );
  return [
    ...head,
    "",
    "Holds",
    ...(counts.length === 0 ? ["  nothing"] : []),
    ...columns(counts.map(([section, count]) => [count, sectionName(section as RecordSection)])),
    ...(issues.length === 0 ? [] : ["", counted(issues.length, "issue"), ...renderIssues(issues)]),
    "",
    "Timeline",
    ...timeline(record, { all, width }),
    "",
  ].join("\n");
}

function patientRows(patient: Patient): string[][] {
  const nhsNumber = patient.identifiers.find(
    ({ system }) => system === identifierSystems.nhsNumber,
  );
  const others = patient.identifiers.filter((one) => one !== nhsNumber);
  const number =
    nhsNumber && isNhsNumber(nhsNumber.value) ? formatNhsNumber(nhsNumber.value) : nhsNumber?.value;
  const [name] = patient.names ?? [];
  const [address] = patient.addresses ?? [];
  const rows: (readonly [string, string | undefined])[] = [
    [
      "Patient",
      name &&
        (name.text ??
          [...(name.prefixes ?? []), ...(name.given ?? []), ...(name.family ?? [])].join(" ")),
    ],
    ["NHS number", number],
    ...others.map(({ system, value }) => [system, value] as const),
    ["Born", patient.birthDate],
    ["Died", patient.deathDate ?? (patient.deceased ? "yes" : undefined)],
    ["Sex", patient.sex],
    ["Address", address && addressLine(address)],
  ];
  return rows.flatMap(([label, value]) => (value ? [[label, plainText(value)]] : []));
}

function addressLine(address: NonNullable<Patient["addresses"]>[number]): string {
  const { houseName, houseNumber, street, locality, town, county, postcode } = address;
  return [
    ...(address.lines ?? []),
    houseName,
    houseNumber,
    street,
    locality,
    town,
    county,
    postcode,
  ]
    .filter(Boolean)
    .join(", ");
}
