import {
  bytesOf,
  entrySections,
  issuesOf,
  patientRecordSchema,
  recordSections,
  sharedIssueKinds,
} from "@gp2gp/core";
import type {
  ContentPort,
  Coverage,
  Identifier,
  PatientRecord,
  ReadContext,
  ReadResult,
  Source,
  SupplierAdapterV1,
} from "@gp2gp/core";

const issue = issuesOf(sharedIssueKinds);
const id = "testkit-json";
/** More than any case of the kit, and far less than what it calls huge. */
const limit = 30_000_000;

/** One line of the format: a record, and the bytes of its documents. */
interface Line {
  readonly mark: typeof id;
  readonly record: unknown;
  readonly documents: Readonly<Record<string, string>>;
}

/** The smallest honest adapter: each patient's record as JSON on a line of its own. The kit is tried on it. */
export const testkitJsonAdapter: SupplierAdapterV1 = {
  specificationVersion: "v1",
  id,
  supplier: "testkit",
  format: {
    name: "Record as JSON lines",
    versions: ["1"],
    mediaTypes: ["application/jsonl"],
    extension: ".jsonl",
    patients: "many",
    codeSystems: ["snomed", "read-v2", "ctv3"],
  },
  coverage: Object.fromEntries(
    recordSections.map((section) => [section, { read: "full", write: "full" }]),
  ) as Record<keyof Coverage, { read: "full"; write: "full" }>,
  detect: ({ parts }) =>
    parts.some(({ head }) => new TextDecoder().decode(head).startsWith(`{"mark":"${id}"`))
      ? "yes"
      : "no",
  async *readEach(source, context) {
    context.signal?.throwIfAborted();
    const text = await textOf(source, context.signal);
    if ("code" in text) {
      yield { result: { ok: false, issues: [text] } };
      return;
    }
    for (const line of text.lines) {
      const result = await readLine(line, context);
      context.signal?.throwIfAborted();
      if (!result.ok) yield { result };
      else if (isWanted(result.record, context.only))
        yield { patient: { identifiers: result.record.patient.identifiers }, result };
    }
  },
  async write(record, context) {
    context.signal?.throwIfAborted();
    const line: Line = {
      mark: id,
      record: patientRecordSchema.parse(record),
      documents: await documentsOf(record, context.content),
    };
    const bytes = new TextEncoder().encode(`${JSON.stringify(line)}\n`);
    const part = {
      name: "records.jsonl",
      mediaType: "application/jsonl",
      async *open() {
        yield await Promise.resolve(bytes);
      },
    };
    return { ok: true, artefact: { parts: [part] }, issues: [], losses: [] };
  },
};

async function textOf({ parts }: Source, signal: AbortSignal | undefined) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    for (const part of parts)
      for await (const chunk of part.open()) {
        signal?.throwIfAborted();
        text += decoder.decode(chunk, { stream: true });
        if (text.length > limit) return issue("artefact-too-large");
      }
    text += decoder.decode();
  } catch (error) {
    if (signal?.aborted) throw error;
    return issue("artefact-malformed");
  }
  const lines = text.split("\n");
  return text.trim() === ""
    ? issue("artefact-empty")
    : { lines: lines.at(-1) === "" ? lines.slice(0, -1) : lines };
}

async function readLine(text: string, { content }: ReadContext): Promise<ReadResult> {
  try {
    const line: unknown = JSON.parse(text);
    if (!isLine(line)) return { ok: false, issues: [issue("artefact-unrecognised")] };
    const parsed = patientRecordSchema.safeParse(line.record);
    if (!parsed.success) return { ok: false, issues: [issue("artefact-malformed")] };
    const stored = parsed.data.documents.map((document) => document.content);
    for (const [sha256, encoded] of Object.entries(line.documents)) {
      const bytes = Buffer.from(encoded, "base64");
      const put = await content.put(once(bytes), {});
      const isAsked = stored.some((one) => one.state === "stored" && one.sha256 === sha256);
      if (put.sha256 !== sha256 || !isAsked)
        return { ok: false, issues: [issue("artefact-malformed")] };
    }
    return placed(parsed.data);
  } catch {
    return { ok: false, issues: [issue("artefact-malformed")] };
  }
}

/** A record whose ids are unique; a place that is not in it is kept and said. */
function placed(record: PatientRecord): ReadResult {
  const entries = entrySections.flatMap((section) => record[section]);
  const ids = new Set(entries.map((entry) => entry.id));
  if (ids.size < entries.length) return { ok: false, issues: [issue("artefact-malformed")] };
  const isLost = entries.some(({ consultation, within }) =>
    [consultation, within].some((place) => place !== undefined && !ids.has(place)),
  );
  return { ok: true, record, issues: isLost ? [issue("reference-unresolved")] : [] };
}

function isLine(value: unknown): value is Line {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).join() === "mark,record,documents" &&
    (value as Line).mark === id
  );
}

function isWanted({ patient }: PatientRecord, only: readonly Identifier[] | undefined): boolean {
  return (
    only === undefined ||
    only.some(({ system, value }) =>
      patient.identifiers.some((known) => known.system === system && known.value === value),
    )
  );
}

async function documentsOf(record: PatientRecord, content: ContentPort) {
  const documents: Record<string, string> = {};
  for (const { content: one } of record.documents) {
    if (one.state !== "stored" || !(await content.stat(one.sha256))) continue;
    const bytes = await bytesOf({ open: () => content.get(one) });
    documents[one.sha256] = Buffer.from(bytes).toString("base64");
  }
  return documents;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
