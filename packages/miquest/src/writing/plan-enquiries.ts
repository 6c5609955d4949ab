import type { PatientRecord } from "@gp2gp/core";
import type { MiquestOptions } from "../miquest-options.ts";
import type { MiquestProfile } from "../miquest-profile.ts";
import { categories } from "../wire/attributes.ts";
import type { Category } from "../wire/attributes.ts";
import { systemOfCodeSet } from "../wire/code-set.ts";
import { categoryOfFile, headerOf, headsOf, keptFiles } from "../wire/kept-lines.ts";
import type { FileLines } from "../wire/kept-lines.ts";

/** What the queries of a set ask for: as the record came, where it came in this format, else as the profile has it. */
export interface PlannedEnquiries {
  readonly codeSet: string;
  /** The record's name for it. */
  readonly system: string;
  readonly columns: Readonly<Record<Category, readonly string[]>>;
  /** The files that go home as they came but for their rows. */
  readonly responses: Readonly<Partial<Record<Category, FileLines>>>;
  readonly queries: Readonly<Partial<Record<Category, FileLines>>>;
}

/** Plans the queries of a record. A record that is to be in another code set than it came in is asked for anew. */
export function planEnquiries(
  { extraction }: PatientRecord,
  profile: MiquestProfile,
  options: MiquestOptions,
): PlannedEnquiries {
  const files = keptFiles(extraction, profile.id);
  const came = files
    .flatMap((file) => headerOf(file, "QRY_CODES")?.[1] ?? [])
    .find((one) => one !== "");
  const codeSet = options.codeSet ?? came ?? profile.codeSet;
  const isHome = came === undefined || came === codeSet;
  const [responses, queries] = (["response", "query"] as const).map((role) =>
    isHome ? byCategory(files.filter((file) => file.role === role)) : {},
  ) as [PlannedEnquiries["responses"], PlannedEnquiries["queries"]];
  const columns = Object.fromEntries(
    categories.map((category) => {
      const file = responses[category];
      return [category, (file && headsOf(file)?.columns) ?? profile.columns[category]];
    }),
  ) as unknown as PlannedEnquiries["columns"];
  return { codeSet, system: systemOfCodeSet(codeSet), columns, responses, queries };
}

function byCategory(files: readonly FileLines[]): PlannedEnquiries["responses"] {
  const found: Partial<Record<Category, FileLines>> = {};
  for (const file of files) {
    const category = categoryOfFile(file);
    if (category) found[category] ??= file;
  }
  return found;
}
