import type { z } from "zod";
import { AdapterMisuseError } from "./adapter-misuse-error.ts";

/**
 * The options of a format among those of a context, checked by its schema.
 *
 * @throws AdapterMisuseError `options-invalid`, which names the members that are not valid and no value.
 */
export function checkedOptions<Schema extends z.ZodType>(
  schema: Schema,
  format: string,
  options: Readonly<Record<string, unknown>> | undefined,
): z.infer<Schema> {
  const parsed = schema.safeParse(options?.[format] ?? {});
  if (parsed.success) return parsed.data;
  const members = parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : [issue.path.join(".") || "options"],
  );
  throw new AdapterMisuseError(
    "options-invalid",
    format,
    `the options are not valid: see ${members.join(", ")}`,
  );
}
