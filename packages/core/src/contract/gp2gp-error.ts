const marker = Symbol.for("@gp2gp/error");

/** Base of every error the packages throw for misuse; damaged input is a value, never a throw. Messages hold no value from a record. */
export abstract class Gp2gpError extends Error {
  abstract readonly code: string;
  readonly [marker] = true;

  /** True for an error of any copy of this package. */
  static isInstance(value: unknown): value is Gp2gpError {
    return typeof value === "object" && value !== null && marker in value;
  }
}
