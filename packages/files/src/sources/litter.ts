const files = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** Whether a file is one that desktops leave in folders and archives, and no practice system writes. */
export function isLitter(name: string): boolean {
  const steps = name.split("/");
  const last = steps.at(-1) ?? "";
  return steps.includes("__MACOSX") || files.has(last) || last.startsWith("._");
}
