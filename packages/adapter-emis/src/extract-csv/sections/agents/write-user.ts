import type { PlacedEntry } from "@gp2gp/tabular";
import { writeDate } from "../../wire/cells.ts";
import type { EmisWriting } from "../../writing/writing.ts";
import { jobCategorySystem, registrationNumberSystem } from "./read-user.ts";

/** A member of staff; whoever acts without being a person is named where a surname stands. */
export function writeUser(placed: PlacedEntry<"agents">, writing: EmisWriting): void {
  const { person, name, represents, start, end, identifiers, concept } = placed.entry;
  const row = writing.rowOf(placed, "Admin_UserInRole");
  const { prefixes = [], given = [], family = [], text } = person ?? {};
  const hasParts = prefixes.length + given.length + family.length > 0;
  writing.put(row, "Title", prefixes.length > 0 ? prefixes.join(" ") : undefined);
  writing.put(row, "GivenName", given.length > 0 ? given.join(" ") : undefined);
  const whole = hasParts ? undefined : (text ?? name);
  writing.put(row, "Surname", family.length > 0 ? family.join(" ") : whole);
  const job = concept?.codings.find(({ system }) => system === jobCategorySystem);
  writing.put(row, "JobCategoryCode", job?.code);
  writing.put(row, "JobCategoryName", job ? job.display : (concept?.text ?? firstTerm(placed)));
  const organisation = typeof represents === "string" ? represents : undefined;
  writing.put(row, "OrganisationGuid", writing.directory.keyOf("Admin_Organisation", organisation));
  writing.put(row, "ContractStartDate", writeDate(start));
  writing.put(row, "ContractEndDate", writeDate(end));
  writing.put(
    row,
    "RegistrationNumber",
    identifiers.find(({ system }) => system === registrationNumberSystem)?.value,
  );
  writing.rows.place(placed, { rows: [row] });
}

function firstTerm({ entry: { concept } }: PlacedEntry): string | undefined {
  return concept?.codings.find(({ display }) => display !== undefined)?.display;
}
