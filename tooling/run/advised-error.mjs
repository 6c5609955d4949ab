/** A failure that says what to do about it. It is printed without a stack. */
export class AdvisedError extends Error {
  /**
   * @param {string} message what went wrong
   * @param {string} advice what to do next
   */
  constructor(message, advice) {
    super(message);
    this.name = "AdvisedError";
    this.advice = advice;
  }
}
