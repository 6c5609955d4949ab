import { parseArgs } from "node:util";
import { AdvisedError } from "./advised-error.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const settingOfOption = {
  data: "GP2GP_DATA",
  host: "GP2GP_HOST",
  port: "GP2GP_PORT",
  pack: "GP2GP_PACK",
} as const;

/** The environment with what the command line says in place of it: `--data`, `--host`, `--port`, `--pack`. */
export function readOptions(args: readonly string[], environment: Environment): Environment {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        data: { type: "string" },
        host: { type: "string" },
        port: { type: "string" },
        pack: { type: "string" },
      },
    });
    const given = Object.entries(settingOfOption).flatMap(([option, setting]) => {
      const value = values[option as keyof typeof settingOfOption];
      return value === undefined ? [] : [[setting, value] as const];
    });
    return { ...environment, ...Object.fromEntries(given) };
  } catch (cause) {
    throw new AdvisedError(
      "The command line has an option that is not known, or lacks a value.",
      "The options are --data FOLDER, --host ADDRESS, --port NUMBER and --pack FILE.",
      { cause },
    );
  }
}
