import { dateOfEffective, labelOf } from "@gp2gp/core";
import type { AnyEntry, EntrySection, ObservationValue, Quantity } from "@gp2gp/core";

const names: Readonly<Record<EntrySection, string>> = {
  registrations: "registration",
  agents: "agent",
  contacts: "contact",
  consultations: "consultation",
  groups: "heading",
  problems: "problem",
  observations: "observation",
  allergies: "allergy",
  authorisations: "medication",
  issues: "prescription",
  dispenses: "dispensed",
  discontinuations: "stopped",
  immunisations: "immunisation",
  testRequests: "test request",
  testReports: "test report",
  referrals: "referral",
  plans: "plan",
  carePlans: "care plan",
  narratives: "note",
  documents: "document",
  alerts: "alert",
  appointmentsAndTasks: "appointment",
  questionnaires: "questionnaire",
  links: "link",
};

/** What kind of entry it is, in a word or two. */
export function entryKind(section: EntrySection): string {
  return names[section];
}

/** The day an entry is about, else when it was recorded, else undefined. */
export function entryDate(entry: AnyEntry): string | undefined {
  return dateOfEffective(entry.effective) ?? entry.recorded;
}

/** The entry in one line: its words, value and dose. */
export function entryWords(entry: AnyEntry): string {
  return [titleOf(entry), valueOf(entry), doseOf(entry)].filter(Boolean).join("  ");
}

function titleOf(entry: AnyEntry): string {
  const label = labelOf(entry.concept);
  if (label !== undefined) return label;
  if ("title" in entry && entry.title !== undefined) return entry.title;
  if ("name" in entry && typeof entry.name === "string") return entry.name;
  const code = entry.concept?.codings[0]?.code;
  if (code !== undefined) return code;
  if ("content" in entry && entry.content.name !== undefined) return entry.content.name;
  return entry.texts[0]?.text ?? "";
}

function valueOf(entry: AnyEntry): string {
  if ("components" in entry && entry.components)
    return entry.components.map((component) => spoken(component.value)).join(" / ");
  return "value" in entry ? spoken(entry.value as ObservationValue | undefined) : "";
}

function spoken(value: ObservationValue | undefined): string {
  switch (value?.kind) {
    case "quantity":
      return amount(value.quantity);
    case "range":
      return `${amount(value.range.low)} to ${amount(value.range.high)}`;
    case "ratio":
      return `${amount(value.numerator)} in ${amount(value.denominator)}`;
    case "coded":
      return labelOf(value.coded) ?? value.coded.codings[0]?.code ?? "";
    case "text":
      return value.text;
    case "boolean":
      return value.boolean ? "yes" : "no";
    case "integer":
      return value.integer;
    case "date":
      return value.date;
    case "period":
      return `${value.period.start ?? ""} to ${value.period.end ?? ""}`;
    case "absent":
    case undefined:
      return "";
  }
}

function amount(quantity: Quantity | undefined): string {
  if (quantity?.value === undefined) return "";
  const unit = quantity.unit ?? quantity.unitCode;
  return `${quantity.comparator ?? ""}${quantity.value}${unit === undefined ? "" : ` ${unit}`}`;
}

function doseOf(entry: AnyEntry): string {
  if (!("dosages" in entry)) return "";
  return [...entry.dosages, entry.quantityText ?? amount(entry.quantity)]
    .filter(Boolean)
    .join(", ");
}
