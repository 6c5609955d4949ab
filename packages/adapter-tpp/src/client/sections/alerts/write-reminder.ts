import type { Alert } from "@gp2gp/core";
import type { WireInput } from "../../wire/wire-types.ts";
import { takeText, wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import type { Taking } from "../../writing/taking.ts";

const severityWords = { low: "Low", normal: "Normal", high: "High" } as const;

/** A reminder whose severity is known. */
export function writeReminder(taking: Taking<Alert>): Form | undefined {
  const { severity, expires } = taking.entry;
  if (severity) taking.take("severity");
  const expiry = expires?.kind === "point" ? taking.date("date", "expires", "at") : undefined;
  if (expiry !== undefined) taking.take("expires", "kind");
  const fields: WireInput<"Reminder"> = {
    Severity: severity && severityWords[severity],
    ExpiryDate: expiry,
  };
  return wholeForm(taking, "Reminder", fields, { text: takeText(taking) });
}
