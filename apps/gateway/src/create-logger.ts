import { pino } from "pino";
import type { DestinationStream, Logger } from "pino";

/** Members that may hold something about a patient. They are never logged, whoever logs them. */
const secret = [
  "nhsNumber",
  "nhs_number",
  "demographics",
  "patient",
  "record",
  "detail",
  "body",
  "password",
  "connectionString",
];

/** The gateway's logger: one JSON object a line, nothing about a patient in it. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...secret, ...secret.map((name) => `*.${name}`)], censor: "[withheld]" },
      serializers: {
        // Of an error its kind and place: messages of libraries may quote what they choked on.
        err: (error: unknown) => describeError(error),
      },
    },
    destination ?? pino.destination({ dest: 2, sync: true }),
  );
}

/** An error without the values it may quote. */
export function describeError(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { type: typeof error };
  const stack = error.stack ?? "";
  const frames = stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8);
  return {
    type: error.name,
    ...("code" in error && { code: String(error.code) }),
    at: frames.map((line) => line.trim().replace(/^at /, "")).join(" < "),
  };
}
