/** Another value of the same length and kind: the last letter or digit moves on by one. */
export function changedValue(value: string): string {
  for (let at = value.length - 1; at >= 0; at--) {
    const next = nextCharacter(value.charAt(at));
    if (next !== undefined) return value.slice(0, at) + next + value.slice(at + 1);
  }
  return `${value}x`;
}

function nextCharacter(character: string): string | undefined {
  if (/[0-8A-Ya-y]/.test(character)) return String.fromCharCode(character.charCodeAt(0) + 1);
  if (character === "9") return "0";
  if (character === "Z") return "A";
  return character === "z" ? "a" : undefined;
}
