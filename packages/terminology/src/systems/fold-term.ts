/**
 * A term as it is compared: case, white space and such punctuation as carries no meaning are made
 * even. Signs that tell one result from another (`+`, `<`, `%`, a decimal point) stay.
 */
export function foldTerm(term: string): string {
  return term
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/(?<=\d)\.(?=\d)/g, "\u0001")
    .replaceAll(/(?<=\p{L})-(?=\p{L})/gu, " ")
    .replaceAll(/[\s.,;:'"’‘“”()[\]{}_!?]+/g, " ")
    .trim();
}
