import type { Issue } from "@gp2gp/core";
import { columns } from "./columns.ts";
import { issuesByCode } from "./wording.ts";

/** Issues as lines: how many of which code, how grave, what it means. No lines where there are none. */
export function renderIssues(issues: readonly Issue[]): string[] {
  return columns(
    issuesByCode(issues).map(({ code, count, first }) => [
      count,
      first.severity,
      code,
      first.message,
    ]),
  );
}

/** Where an issue is, for people: part and line, or the pointer into the source, or into the record. */
export function placeOfIssue({ source, record }: Issue): string {
  const part = source?.part ?? "";
  if (source?.line !== undefined) return `${part}:${source.line}`;
  if (source?.pointer !== undefined) return `${part} ${source.pointer}`.trim();
  return record ?? part;
}
