import type { AdapterContext, FormatId } from "@gp2gp/core";

const uuid = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;

/** The id of what a key names: the key itself where it is a UUID in upper case, else one made of it. */
export function idOfKey(
  { newId }: Pick<AdapterContext, "newId">,
  named: {
    readonly format: FormatId;
    readonly patientKey: string;
    readonly table: string;
    readonly key: string;
  },
): string {
  const { format, patientKey, table, key } = named;
  return uuid.test(key) ? key : newId(`${format} ${patientKey} ${table} ${key}`);
}
