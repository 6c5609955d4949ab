/** An input cannot be used, or an output cannot be written. Exit code 1; the message holds nothing from a record. */
export class InputError extends Error {
  override readonly name = "InputError";
}
