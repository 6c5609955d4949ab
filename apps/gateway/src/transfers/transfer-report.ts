import type { ArtefactPart, Issue, Loss } from "@gp2gp/core";
import type { TransferContext } from "./transfer-context.ts";

/** The file beside every filed record that says what the record lost on its way, and why. */
const reportName = "gp2gp-report.json";

export interface ReportFacts {
  readonly conversationId: string;
  readonly at: string;
  /** The format the record was filed in. */
  readonly to: string;
  readonly readIssues: readonly Issue[];
  readonly writeIssues: readonly Issue[];
  readonly losses: readonly Loss[];
}

/** Makes the report of a transfer: what the receiving side found, and what the sending side did where it is known here. */
export async function reportPart(
  { db, wireFormat }: Pick<TransferContext, "db" | "wireFormat">,
  { conversationId, at, to, readIssues, writeIssues, losses }: ReportFacts,
): Promise<ArtefactPart> {
  const sent = await db
    .selectFrom("findings")
    .select(["kind", "body"])
    .where("conversation_id", "=", conversationId)
    .where("role", "=", "sender")
    .orderBy("step")
    .orderBy("kind")
    .orderBy("position")
    .execute();
  const issues = [...readIssues, ...writeIssues];
  const sending = {
    to: wireFormat.id,
    issues: sent.filter(({ kind }) => kind === "issue").map(({ body }) => body),
    losses: sent.filter(({ kind }) => kind === "loss").map(({ body }) => body),
  };
  const report = {
    transfer: conversationId,
    at,
    from: wireFormat.id,
    to,
    counts: { issues: issues.length, losses: losses.length },
    issues,
    losses,
    ...(sent.length > 0 && { sending }),
  };
  const bytes = Buffer.from(`${JSON.stringify(report, undefined, 2)}\n`);
  return {
    name: reportName,
    mediaType: "application/json",
    async *open() {
      yield bytes;
    },
  };
}
