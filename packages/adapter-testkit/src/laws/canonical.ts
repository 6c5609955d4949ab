import { entrySections } from "@gp2gp/core";
import type { Loss, PatientRecord } from "@gp2gp/core";
import type { CanonicalRecord } from "../canonical/canonical-record.ts";
import type { Bench, Written } from "../kit/bench.ts";
import { goldenJson } from "../kit/goldens.ts";
import type { Finding, Law } from "../kit/law.ts";
import { lossFindings } from "./loss-findings.ts";

export const canonical: Law = {
  name: "canonical",
  holds:
    "every canonical record is written; artefact and losses are those that were looked at and agreed.",
  checks: (bench) =>
    bench.versions.flatMap((formatVersion, place) =>
      bench.canonical.map((one) => ({
        title: `${one.name}${place > 0 ? ` (version ${formatVersion})` : ""}: ${one.rule}`,
        ...bench.unless(bench.writes, "write"),
        run: () => writeCanonical(bench, one, { formatVersion, isDefault: place === 0 }),
      })),
    ),
};

async function writeCanonical(
  bench: Bench,
  { name, record }: CanonicalRecord,
  { formatVersion, isDefault }: { readonly formatVersion: string; readonly isDefault: boolean },
): Promise<Finding[]> {
  const written = await bench.write(record, { formatVersion });
  if (!written.ok)
    return [
      {
        broken: "A canonical record cannot be written.",
        found: written.issues.map(({ code }) => code),
        advice:
          "write what the format has no place for as text, and report it; only another person's demographics stop a writer.",
      },
    ];
  const findings = lossFindings(bench, record, written);
  findings.push(...(await restrictionFindings(bench, record, formatVersion)));
  const files = new Map<string, Uint8Array>(
    written.parts.map(({ name: part, bytes }) => [`artefact/${part}`, bytes]),
  );
  files.set("losses.json", goldenJson(written.losses));
  files.set("issues.json", goldenJson(written.issues));
  const root = bench.suite.canonicalFolder ?? new URL("__fixtures__/canonical/", bench.place);
  const folder = new URL(
    `${name}/${isDefault ? "" : `${encodeURIComponent(formatVersion)}/`}`,
    root,
  );
  const owned = (file: string) => /^(artefact\/.*|losses\.json|issues\.json)$/.test(file);
  return [...findings, ...bench.goldens.compare(folder, files, owned)];
}

/** A restricted entry never arrives unrestricted, unless the operator chose to carry it, and that is reported. */
async function restrictionFindings(
  bench: Bench,
  record: PatientRecord,
  formatVersion: string,
): Promise<Finding[]> {
  const restricted = entrySections.flatMap((section) =>
    record[section].flatMap((entry, index) =>
      entry.confidentiality.length > 0
        ? [{ entry, section, pointer: `/${section}/${String(index)}` }]
        : [],
    ),
  );
  if (restricted.length === 0 || !bench.reads) return [];
  const findings: Finding[] = [];
  for (const confidential of ["withhold", "carry"] as const) {
    const written = await bench.write(record, { formatVersion, confidential });
    const reread = written.ok ? await reading(bench, written) : undefined;
    if (!written.ok || !reread) continue;
    const bare = restricted.filter(({ entry, pointer, section }) => {
      const there = reread[section].find(({ id }) => id === entry.id);
      if (there)
        return (
          there.confidentiality.length === 0 && !isReported(written.losses, pointer, confidential)
        );
      return !isReported(written.losses, pointer, confidential);
    });
    if (bare.length > 0)
      findings.push({
        broken: `Restricted entries arrive without their restriction, or not at all, when the operator chose to ${confidential} them.`,
        found: bare.map(({ pointer }) => pointer),
        advice:
          confidential === "withhold"
            ? "where the format cannot mark an entry as restricted, leave it out and report a loss of type withheld for it."
            : "write the entry and its mark; where the format has none, carry the mark as text and report it.",
      });
  }
  return findings;
}

function isReported(
  losses: readonly Loss[],
  pointer: string,
  confidential: "withhold" | "carry",
): boolean {
  return losses.some(
    ({ record, type }) =>
      (record === pointer || record.startsWith(`${pointer}/`)) &&
      (confidential === "carry" || type === "withheld"),
  );
}

async function reading(bench: Bench, written: Written & { readonly ok: true }) {
  const [first] = await bench.read(written.source);
  return first?.result.ok ? first.result.record : undefined;
}
