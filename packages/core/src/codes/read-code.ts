/** Five characters of Read version 2 or CTV3: letters and digits, full stops at the end only. Case counts. */
export function isReadCode(code: string): boolean {
  return code.length === 5 && /^[0-9A-Za-z]*\.*$/.test(code);
}

/** Read version 2 with its two-character term code, as GP2GP has it. */
export function isReadCodeWithTerm(code: string): boolean {
  return (
    code.length === 7 && isReadCode(code.slice(0, 5)) && /^[0-9A-Za-z]{2}$/.test(code.slice(5))
  );
}
