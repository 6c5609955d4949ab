import { SourceError } from "./source-error.ts";

/** The SourceError of a failed file operation. */
export function sourceErrorOf(error: unknown, part?: string): SourceError {
  if (error instanceof SourceError) return error;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const about = { cause: error, ...(part !== undefined && { part }) };
  return new SourceError(
    code === "ENOENT" || code === "ENOTDIR" ? "input-missing" : "input-unreadable",
    about,
  );
}
