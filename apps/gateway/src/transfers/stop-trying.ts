/** After this many attempts, about an hour and a half, what still fails is told to the other side. */
const patience = 8;

/** What a job knows of itself. */
export interface JobAttempt {
  /** Counts from 1; a kill counts too. */
  readonly attempts: number;
  readonly signal: AbortSignal;
}

/** Whether a failure is to be reported to the conversation instead of being tried again. */
export function isLastAttempt({ attempts, signal }: JobAttempt): boolean {
  return attempts >= patience && !signal.aborted;
}
