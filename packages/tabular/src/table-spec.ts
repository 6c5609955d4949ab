/** A table of a format: what it is called, its columns in order, and which of them say whose and which a row is. */
export interface TableSpec {
  readonly name: string;
  /** What a row of it is, in the words of people: `drug record`. Unique among the tables of a format. */
  readonly label: string;
  readonly columns: readonly string[];
  /** Columns that published layouts of the format lack. A file that lacks any other is reported. */
  readonly optional?: readonly string[];
  /** Other spellings of columns in published layouts, and the columns they are. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** The column that names the patient a row is about. Rows of a table without one are shared by all patients. */
  readonly patient?: string;
  /** The column that names a row among those of its table. Rows of a table without one are known by their place. */
  readonly key?: string;
  /** The column whose number tells of two rows with one key which is the later: it takes the place of the earlier. */
  readonly revision?: string;
  /** Columns that name rows of shared tables, which are too large to be held whole: column to tables. */
  readonly references?: Readonly<Record<string, string | readonly string[]>>;
  /** Its rows may be of patients who have left the source: by themselves they make no patient. */
  readonly outlivesPatient?: true;
}

/** Whether a row takes the place of another with the same key. */
export function isLater(
  row: { readonly cells: Readonly<Record<string, string>> },
  known: { readonly cells: Readonly<Record<string, string>> },
  { revision }: Pick<TableSpec, "revision">,
): boolean {
  if (revision === undefined) return false;
  const [number, before] = [row, known].map(({ cells }) => cells[revision] ?? "");
  return isNumber(number) && isNumber(before) && Number(number) > Number(before);
}

const isNumber = (cell: string | undefined): boolean =>
  cell !== undefined && /^\d{1,15}$/.test(cell);
