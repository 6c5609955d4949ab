import type { PersonName } from "@gp2gp/core";
import type { Row } from "@gp2gp/tabular";

/** The name in a row of a patient or of staff. */
export function readName({ cells }: Row): PersonName | undefined {
  const { TITLE, FORENAME, SURNAME } = cells;
  if (TITLE === undefined && FORENAME === undefined && SURNAME === undefined) return undefined;
  const given = (FORENAME ?? "").split(/\s+/).filter((name) => name !== "");
  return {
    ...(TITLE !== undefined && { prefixes: [TITLE] }),
    ...(given.length > 0 && { given }),
    ...(SURNAME !== undefined && { family: [SURNAME] }),
  };
}
