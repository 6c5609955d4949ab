/** Whether the facts taken, as paths, are all that a value holds. */
export function holdsAll(value: object, taken: readonly (readonly (string | number)[])[]): boolean {
  const paths = new Set(taken.map((path) => path.join("/")));
  return leavesOf(value, "").every((path) => paths.has(path));
}

function leavesOf(value: unknown, prefix: string): string[] {
  if (typeof value !== "object" || value === null) return [prefix];
  return Object.entries(value).flatMap(([key, member]) =>
    leavesOf(member, prefix === "" ? key : `${prefix}/${key}`),
  );
}
