/** Words under a member's name, one each; words apart by more than a space are kept as they stand. */
export function wordsOf<Name extends string>(
  name: Name,
  text: string | undefined,
): { readonly [Key in Name]?: string[] } {
  const words = (text ?? "").split(" ");
  if (words.includes("")) return listOf(name, text);
  return { [name]: words } as { readonly [Key in Name]?: string[] };
}

/** Text under a member's name, as a list of one; words are not taken apart, so that they go home as they came. */
export function listOf<Name extends string>(
  name: Name,
  text: string | undefined,
): { readonly [Key in Name]?: string[] } {
  if (text === undefined || text === "") return {};
  return { [name]: [text] } as { readonly [Key in Name]?: string[] };
}

/** Text under a member's name. */
export function wordOf<Name extends string>(
  name: Name,
  text: string | undefined,
): { readonly [Key in Name]?: string } {
  if (text === undefined || text === "") return {};
  return { [name]: text } as { readonly [Key in Name]?: string };
}
