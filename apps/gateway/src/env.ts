import { resolve } from "node:path";
import { z } from "zod";
import { parsePolicy, policyForm } from "@gp2gp/terminology";
import { AdvisedError } from "./advised-error.ts";
import type { TerminologySettings } from "./terminology/open-terminology.ts";

/** How the gateway is told to run. */
export interface GatewaySettings {
  /** Content, and the embedded database. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** Where the database is; the embedded one where absent. */
  readonly databaseUrl?: string;
  readonly logLevel: string;
  /** Transfers worked on at a time. */
  readonly concurrency: number;
  /** How long the requester waits for the extract. */
  readonly extractSeconds: number;
  /** How long the sender waits for the final acknowledgement. */
  readonly acknowledgementSeconds: number;
  readonly terminology: TerminologySettings;
}

const wholeNumber = (name: string, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${name} must be a whole number`)
    .transform(Number)
    .refine(
      (value) => value >= least && value <= most,
      `${name} must be between ${least} and ${most}`,
    );

const variables = z.looseObject({
  GP2GP_DATA: z.string().min(1, "GP2GP_DATA must name a folder").default(".gp2gp"),
  GP2GP_HOST: z.string().min(1, "GP2GP_HOST must be an address to listen on").default("127.0.0.1"),
  GP2GP_PORT: wholeNumber("GP2GP_PORT", 0, 65_535).default(8720),
  DATABASE_URL: z
    .string()
    .regex(
      /^postgres(ql)?:\/\/\S+$/,
      "DATABASE_URL must look like postgres://user:password@host:5432/database",
    )
    .optional(),
  GP2GP_LOG: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "GP2GP_LOG must be one of fatal, error, warn, info, debug, trace, silent",
    })
    .default("info"),
  GP2GP_PACK: z.string().optional(),
  GP2GP_ASSURANCE: z
    .string()
    .transform(parsePolicy)
    .refine((policy) => policy !== undefined, `GP2GP_ASSURANCE must be ${policyForm}`)
    .optional(),
  GP2GP_CONCURRENCY: wholeNumber("GP2GP_CONCURRENCY", 1, 64).default(4),
  GP2GP_EXTRACT_SECONDS: wholeNumber("GP2GP_EXTRACT_SECONDS", 1, 31_536_000).default(172_800),
  GP2GP_ACKNOWLEDGEMENT_SECONDS: wholeNumber(
    "GP2GP_ACKNOWLEDGEMENT_SECONDS",
    1,
    31_536_000,
  ).default(691_200),
});

const known = new Set(Object.keys(variables.shape));

/** Reads the environment, once, and says of each wrong variable what it must be. Empty ones count as not set. */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): GatewaySettings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ""),
  );
  const wrong = Object.keys(given)
    .filter((name) => name.startsWith("GP2GP_") && name !== "GP2GP_SHARED" && !known.has(name))
    .map((name) => `${name} is not a setting of the gateway`);
  const read = variables.safeParse(given);
  if (!read.success) wrong.push(...read.error.issues.map(({ message }) => message));
  if (!read.success || wrong.length > 0)
    throw new AdvisedError(
      `The environment has a mistake: ${wrong.join("; ")}.`,
      "Correct it and start again; apps/gateway/README.md lists the settings.",
    );
  const { data } = read;
  return {
    dataFolder: resolve(data.GP2GP_DATA),
    host: data.GP2GP_HOST,
    port: data.GP2GP_PORT,
    ...(data.DATABASE_URL !== undefined && { databaseUrl: data.DATABASE_URL }),
    logLevel: data.GP2GP_LOG,
    concurrency: data.GP2GP_CONCURRENCY,
    extractSeconds: data.GP2GP_EXTRACT_SECONDS,
    acknowledgementSeconds: data.GP2GP_ACKNOWLEDGEMENT_SECONDS,
    terminology: {
      ...(data.GP2GP_PACK !== undefined && { pack: data.GP2GP_PACK }),
      ...(data.GP2GP_ASSURANCE && { policy: data.GP2GP_ASSURANCE }),
    },
  };
}
