import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { codeSystems, formatIdSchema, recordSections } from "@gp2gp/core";
import type { SupplierAdapterV1 } from "@gp2gp/core";
import type { Bench } from "../kit/bench.ts";
import type { Finding, Law } from "../kit/law.ts";

export const identity: Law = {
  name: "identity",
  holds: "id, supplier, package and file names agree; coverage answers every section.",
  checks: (bench) => [
    { title: "id, supplier and format agree", run: () => agreement(bench.adapter) },
    { title: "the package and the file are named for it", run: () => naming(bench) },
    { title: "coverage answers every section", run: () => coverage(bench.adapter) },
  ],
};

function agreement({ id, supplier, format, specificationVersion, ...verbs }: SupplierAdapterV1) {
  const known = new Set<string>(codeSystems.map((system) => system.id));
  const demands: readonly (readonly [boolean, string, string])[] = [
    [specificationVersion === "v1", "specificationVersion is not v1.", "set it to v1."],
    [
      formatIdSchema.safeParse(id).success,
      "The id is no format id.",
      "use lower-case words joined by hyphens, <supplier>-<format>.",
    ],
    [
      id.startsWith(`${supplier}-`),
      "The id does not begin with the supplier.",
      `call it ${supplier}-<format>, or correct the supplier.`,
    ],
    [
      format.versions.length > 0,
      "The format names no version it writes.",
      "list the versions, the default first; one called 1 if there is only one.",
    ],
    [
      new Set(format.versions).size === format.versions.length,
      "A version is listed twice.",
      "list each version once.",
    ],
    [
      format.name.trim() !== "" && format.mediaTypes.length > 0,
      "The format has no name or no media type.",
      "say what people call it and which media types it comes as.",
    ],
    [
      format.extension?.startsWith(".") !== false,
      "The extension has no dot.",
      "write it with the dot, as .xml.",
    ],
    [
      format.codeSystems.every((system) => known.has(system) || /^(urn:oid:|[a-z]+:)/.test(system)),
      "A code system of the format is none the record knows.",
      "use the names of codeSystems of @gp2gp/core, urn:oid:… or <supplier>:<kind>.",
    ],
    [
      verbs.read !== undefined || verbs.readEach !== undefined || verbs.write !== undefined,
      "The adapter neither reads nor writes.",
      "give it read, readEach or write.",
    ],
    [
      format.patients === "one" ||
        verbs.readEach !== undefined ||
        (verbs.read ?? verbs.write) === undefined,
      "A format of many patients cannot be read patient by patient.",
      "give the adapter readEach.",
    ],
  ];
  return demands.flatMap(([holds, broken, advice]): Finding[] =>
    holds ? [] : [{ broken, advice }],
  );
}

function naming({ adapter, place }: Bench): Finding[] {
  const found = packageAround(fileURLToPath(place));
  if (!found)
    return [
      {
        broken: "There is no package.json above the test.",
        advice: "put the adapter into a package of its own.",
      },
    ];
  const findings: Finding[] = [];
  const expected = `adapter-${adapter.supplier}`;
  if (!new RegExp(`(^|/|-)${expected}$`).test(found.name))
    findings.push({
      broken: "The package is not named for the supplier.",
      found: [`package.json says ${found.name}, the supplier is ${adapter.supplier}`],
      advice: `call the package ${expected}, under your own scope if you like.`,
    });
  const file = `${adapter.id}-adapter.ts`;
  const source = join(found.folder, "src");
  const files = existsSync(source)
    ? readdirSync(source, { recursive: true, encoding: "utf8" })
    : [];
  if (
    files.length > 0 &&
    !files.some((name) => /[^/\\]+$/.exec(name)?.[0].replace(/\.[jt]s$/, ".ts") === file)
  )
    findings.push({
      broken: "No source file is named for the adapter.",
      advice: `keep the adapter object in src/…/${file}, so that it is found by its id.`,
    });
  return findings;
}

function packageAround(path: string): { name: string; folder: string } | undefined {
  for (let folder = path; dirname(folder) !== folder; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (!existsSync(manifest)) continue;
    const { name } = JSON.parse(readFileSync(manifest, "utf8")) as { name?: string };
    return { name: name ?? "", folder };
  }
  return undefined;
}

function coverage(adapter: SupplierAdapterV1): Finding[] {
  const findings: Finding[] = [];
  const answered = new Set(Object.keys(adapter.coverage));
  const missing = recordSections.filter((section) => !answered.has(section));
  if (missing.length > 0)
    findings.push({
      broken: "The coverage table does not answer every section of the record.",
      found: missing,
      advice: "say for each section what is read and written: full, partial or none.",
    });
  const silent = recordSections.filter((section) => {
    const answer = adapter.coverage[section];
    return answer && (answer.read === "none" || answer.write === "none") && !answer.note?.trim();
  });
  if (silent.length > 0)
    findings.push({
      broken: "Coverage is none without a reason.",
      found: silent,
      advice: "say in the note why the format has no place for the section.",
    });
  const can = { read: adapter.read ?? adapter.readEach, write: adapter.write };
  for (const verb of ["read", "write"] as const) {
    const boasted = recordSections.filter(
      (section) => (adapter.coverage[section]?.[verb] ?? "none") !== "none",
    );
    if (!can[verb] && boasted.length > 0)
      findings.push({
        broken: `Coverage promises to ${verb} what the adapter has no ${verb} for.`,
        found: boasted,
        advice: `answer none for ${verb}, or give the adapter the method.`,
      });
  }
  return findings;
}
