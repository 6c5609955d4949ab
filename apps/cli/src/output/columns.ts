/** Rows of cells as lines with the columns under each other; numbers to the right. */
export function columns(rows: readonly (readonly (string | number)[])[], indent = "  "): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries())
      widths[index] = Math.max(widths[index] ?? 0, String(cell).length);
  }
  return rows.map((row) =>
    (
      indent +
      row
        .map((cell, index) =>
          typeof cell === "number"
            ? String(cell).padStart(widths[index] ?? 0)
            : cell.padEnd(widths[index] ?? 0),
        )
        .join("  ")
    ).trimEnd(),
  );
}
