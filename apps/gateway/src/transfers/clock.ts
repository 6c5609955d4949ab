import { randomUUID } from "node:crypto";

/** The time, and ids nobody had before: what a test may want to decide. */
export interface Clock {
  now(): Date;
  /** A fresh UUID in upper case. */
  freshId(): string;
}

export const systemClock: Clock = {
  now: () => new Date(),
  freshId: () => randomUUID().toUpperCase(),
};
