/** Something a person has to put right before the gateway can run: what is wrong, and what to do about it. */
export class AdvisedError extends Error {
  override readonly name = "AdvisedError";
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.advice = advice;
  }
}
