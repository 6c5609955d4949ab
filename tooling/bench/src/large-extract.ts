const uuid = /[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}/gi;

/**
 * An extract that holds the consultations of a real one many times over, each copy with ids of its own.
 * @param extract the text of an EHR Extract
 * @param bytes how long it becomes, about
 */
export function largeExtract(extract: string, bytes: number): string {
  const start = extract.lastIndexOf("<component", extract.indexOf("<ehrComposition"));
  const closing = /<\/ehrComposition>\s*<\/component>/g;
  const end = [...extract.matchAll(closing)].reduce(
    (_, found) => found.index + found[0].length,
    start,
  );
  const head = extract.slice(0, start);
  const compositions = extract.slice(start, end);
  const tail = extract.slice(end);
  if (compositions === "") throw new Error("The extract holds no composition to repeat.");

  const kept = new Set(`${head}${tail}`.match(uuid) ?? []);
  const copies = Math.max(1, Math.round(bytes / compositions.length));
  const copyOf = (copy: number): string =>
    compositions.replace(uuid, (id) =>
      kept.has(id) ? id : id.slice(0, 24) + offset(id.slice(24), copy),
    );
  return head + Array.from({ length: copies }, (_, copy) => copyOf(copy)).join("\n") + tail;
}

/** The last twelve digits of an id, moved on so that no two copies share one. */
function offset(digits: string, copy: number): string {
  const moved = (BigInt(`0x${digits}`) + BigInt(copy) * 0x1_0000_0001n) % 0x1_0000_0000_0000n;
  return moved.toString(16).toUpperCase().padStart(12, "0");
}
