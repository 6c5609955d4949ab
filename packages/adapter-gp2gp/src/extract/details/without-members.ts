/** An object without some of its members; `components/0/status` names a member of an item of a list. */
export function withoutMembers(entry: object, members: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]: [string, unknown]): [string, unknown][] => {
      if (members.includes(key)) return Array.isArray(value) ? [[key, []]] : [];
      const inner = members.flatMap((member) =>
        member.startsWith(`${key}/`) ? [member.slice(key.length + 1)] : [],
      );
      if (inner.length === 0) return [[key, value]];
      return [[key, Array.isArray(value) ? withoutInItems(value, inner) : value]];
    }),
  );
}

function withoutInItems(items: readonly unknown[], members: readonly string[]): unknown[] {
  return items.map((item, index) => {
    const own = members.flatMap((member) =>
      member.startsWith(`${index}/`) ? [member.slice(`${index}/`.length)] : [],
    );
    return typeof item === "object" && item !== null ? withoutMembers(item, own) : item;
  });
}
