/**
 * The root of codes and identifiers whose own system has no object identifier: the name of the system stands beside it,
 * as the name of the code system or of who assigned the identifier. A receiver shows the words, and keeps the rest.
 */
export const localSystem = "F5A0006C-29FA-4F3C-B130-914E8E1D338D";

/**
 * An update mode that says that something was added on the way: a code to those of its source, a time that is also when
 * something was recorded, a statement that tells what another has no place for. Nobody else writes it out.
 */
export const addedMark = "added";
