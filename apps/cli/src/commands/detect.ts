import { peekSource } from "@gp2gp/files";
import type { Detection, SourceGroup } from "@gp2gp/files";
import { columns } from "../output/columns.ts";
import { describeBytes } from "../output/describe-bytes.ts";
import { plainText } from "../output/plain-text.ts";
import { writeOut } from "../output/write-out.ts";
import { openInput } from "../run/open-input.ts";
import { openSession } from "../run/session.ts";

export interface DetectOptions {
  readonly from?: string;
  readonly json?: boolean;
  readonly signal: AbortSignal;
}

/** `gp2gp detect`: the format of each source of an input, and why. */
export async function detect(input: string, options: DetectOptions): Promise<number> {
  await using session = await openSession(options);
  await using sources = await openInput(input, session, options.from);
  const found = [];
  for (const group of sources.groups) found.push(await describe(group));
  const { kind, others } = sources;
  if (options.json) await writeOut(`${JSON.stringify({ input, kind, sources: found, others })}\n`);
  else await writeOut(render(found, others));
  return found.every(({ outcome }) => outcome === "found") ? 0 : 1;
}

async function describe({ name, source, detection }: SourceGroup) {
  const [first] = (await peekSource({ parts: source.parts.slice(0, 1) })).parts;
  const adapter = detection.outcome === "found" ? detection.adapter : undefined;
  return {
    name,
    outcome: detection.outcome,
    ...(adapter && {
      format: adapter.id,
      formatName: adapter.format.name,
      ...version(adapter.format.versions, first?.head),
    }),
    ...(detection.outcome === "found" && { certainty: detection.certainty }),
    looksLike: first ? describeBytes(first.head) : "nothing",
    parts: source.parts.map((part) => part.name),
    answers: detection.answers,
  };
}

/** The version, where the beginning of the source names one that the format knows. */
function version(versions: readonly string[], head: Uint8Array | undefined): { version?: string } {
  const text = new TextDecoder().decode(head).replaceAll("\0", "");
  const named = versions.filter((known) => text.includes(known));
  return named.length === 1 && named[0] !== undefined ? { version: named[0] } : {};
}

type Described = Awaited<ReturnType<typeof describe>>;

function render(found: readonly Described[], others: readonly string[]): string {
  const lines = columns(
    found.map((one) => [plainText(one.name, 60), formatOf(one), why(one)]),
    "",
  );
  if (others.length > 0)
    lines.push(
      "",
      "Of no format, beside the sources:",
      ...others.map((name) => `  ${plainText(name)}`),
    );
  return `${lines.join("\n")}\n`;
}

function formatOf({ outcome, format, formatName, version: known }: Described): string {
  if (outcome !== "found") return outcome === "none" ? "unknown" : "ambiguous";
  return `${format} (${formatName}${known === undefined ? "" : ` ${known}`})`;
}

function why({ certainty, looksLike, answers, parts }: Described): string {
  const more = parts.length > 1 ? `, with ${parts.length - 1} more files` : "";
  const said = (answer: Detection["answers"][number]["answer"]): string =>
    answers
      .filter((one) => one.answer === answer)
      .map(({ format }) => format)
      .join(", ");
  if (certainty === "given") return `${looksLike}${more}; the format was named`;
  const opinions = [
    said("yes") && `yes from ${said("yes")}`,
    said("maybe") && `maybe from ${said("maybe")}`,
    said("no") && `no from ${said("no")}`,
  ].filter(Boolean);
  return `${looksLike}${more}; ${opinions.join(", ")}`;
}
