/** A table of EMIS's values and the record's, one for both directions. The first of two with the same value is written. */
export interface ValueTable<Value extends string> {
  read(code: string | undefined): Value | undefined;
  write(value: string | undefined): string | undefined;
}

export function tableOf<const Value extends string>(
  rows: readonly (readonly [string, Value])[],
): ValueTable<Value> {
  const byCode = new Map<string, Value>(rows);
  const byValue = new Map<string, string>(rows.toReversed().map(([code, value]) => [value, code]));
  return {
    read: (code) => (code === undefined ? undefined : byCode.get(code)),
    write: (value) => (value === undefined ? undefined : byValue.get(value)),
  };
}
