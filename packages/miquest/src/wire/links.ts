/*
 * What stands in LINKS. The attribute is optional and its content was each supplier's own; this is the
 * convention of this project, after Vision's: names of rows, one after the other with a bar between.
 *
 *   #93841BE-…   this row's own name
 *   P93841BE-…   this row is that problem
 *   E93841BE-…   the encounter: of a row of ENCOUNTERS its own name
 *   R93841BE-…   the referral: of a row of REFERRALS its own name, of a journal entry what it tells of
 *   D1f7a90…     the file, in the folder documents, that holds the document
 *   93841BE-…    a problem or a course of medication the row belongs to
 *
 * A name is the id of the entry where that is a UUID, else a number.
 */
const uuid = "[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}";
const bare = new RegExp(`^(?:${uuid}|\\d{1,18})$`);
const file = /^[A-Za-z0-9_-]{1,100}$/;

/** The names in the links of a row. */
export interface Links {
  readonly own?: string | undefined;
  readonly problem?: string | undefined;
  readonly encounter?: string | undefined;
  readonly referral?: string | undefined;
  readonly document?: string | undefined;
  /** Problems and courses of medication it belongs to. */
  readonly others: readonly string[];
  /** What is of no form this project knows. */
  readonly unknown: readonly string[];
}

const marks = { own: "#", problem: "P", encounter: "E", referral: "R", document: "D" } as const;
type Marked = keyof typeof marks;
const kinds = Object.keys(marks) as Marked[];

/** Whether a document can be named so. */
export function isFileName(name: string): boolean {
  return file.test(name);
}

/** Reads the names in a cell of links. A second one of a kind that is there once is not known. */
export function parseLinks(cell: string | undefined): Links {
  const names: Partial<Record<Marked, string>> = {};
  const others: string[] = [];
  const unknown: string[] = [];
  for (const token of cell?.split("|") ?? []) {
    if (bare.test(token)) {
      others.push(token);
      continue;
    }
    const kind = kinds.find((one) => token.startsWith(marks[one]));
    const name = token.slice(1);
    const isName = kind === "document" ? file.test(name) : bare.test(name);
    if (kind === undefined || !isName || names[kind] !== undefined) unknown.push(token);
    else names[kind] = name;
  }
  return { ...names, others, unknown };
}

/** The cell of links; undefined for none. */
export function serialiseLinks(links: Partial<Links>): string | undefined {
  const named = kinds.flatMap((kind) => {
    const name = links[kind];
    return name === undefined ? [] : [marks[kind] + name];
  });
  const all = [...named, ...(links.others ?? []), ...(links.unknown ?? [])];
  return all.length === 0 ? undefined : all.join("|");
}
