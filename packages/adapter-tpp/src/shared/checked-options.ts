import { AdapterMisuseError } from "@gp2gp/core";
import type { FormatId } from "@gp2gp/core";
import type { z } from "zod";

/** The options of a format from those of a context, checked; throws where they are not valid. */
export function checkedOptions<Schema extends z.ZodType>(
  schema: Schema,
  format: FormatId,
  options: Readonly<Record<string, unknown>> | undefined,
): z.infer<Schema> {
  const parsed = schema.safeParse(options?.[format] ?? {});
  if (parsed.success) return parsed.data;
  const members = parsed.error.issues.flatMap(({ path, code, ...issue }) =>
    code === "unrecognized_keys" && "keys" in issue ? issue.keys.map(String) : [path.join(".")],
  );
  throw new AdapterMisuseError(
    "options-invalid",
    format,
    `the options are not valid: see ${members.join(", ")}`,
  );
}
