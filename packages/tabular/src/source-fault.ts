import type { Issue } from "@gp2gp/core";

/** A source cannot be read on; caught where the reading of the source began, and answered as its issue. */
export class SourceFault extends Error {
  override readonly name = "SourceFault";
  readonly issue: Issue;

  constructor(issue: Issue) {
    super(issue.message);
    this.issue = issue;
  }
}
