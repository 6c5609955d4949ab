import { recogniseSystem, systemNames } from "@gp2gp/terminology";
import { suggestion } from "../run/choose-format.ts";
import { UsageError } from "../usage-error.ts";

/** The code system a caller named, or a UsageError that says which there are. */
export function chooseSystem(name: string): string {
  const recognised = recogniseSystem(name);
  if (recognised) return recognised.system;
  throw new UsageError(
    `There is no code system ${name}.${suggestion(name, Object.keys(systemNames))}`,
  );
}
