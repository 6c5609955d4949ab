import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding } from "./law.ts";

const advice =
  "look at the difference. If what is read or written now is right, run vitest with --update, look at the changed golden as you would at code, and commit it; if not, mend the adapter.";

/** Golden files: compared with what is now, and written only when the person asked for it with vitest's update flag. */
export class Goldens {
  readonly #updating: () => boolean;

  constructor(updating: () => boolean) {
    this.#updating = updating;
  }

  /** Compares files of a folder, by name, with their bytes. `owned` names the files of the folder that must be among them. */
  compare(
    folder: URL,
    files: ReadonlyMap<string, Uint8Array>,
    owned: (name: string) => boolean,
  ): Finding[] {
    const path = fileURLToPath(folder);
    const there = filesOf(path).filter(owned);
    if (this.#updating()) {
      for (const name of there) if (!files.has(name)) rmSync(`${path}/${name}`);
      for (const [name, bytes] of files) {
        if (isSame(`${path}/${name}`, bytes)) continue;
        mkdirSync(dirname(`${path}/${name}`), { recursive: true });
        writeFileSync(`${path}/${name}`, bytes);
      }
      return [];
    }
    const findings: Finding[] = [];
    for (const [name, bytes] of files) {
      const file = `${path}/${name}`;
      if (!existsSync(file))
        findings.push({ broken: `There is no golden ${name} in ${folderName(path)}.`, advice });
      else if (!isSame(file, bytes))
        findings.push({
          broken: `The golden ${name} in ${folderName(path)} is not what comes out now.`,
          found: firstDifference(readFileSync(file), bytes),
          advice,
        });
    }
    const left = there.filter((name) => !files.has(name));
    if (left.length > 0)
      findings.push({
        broken: `Goldens in ${folderName(path)} no longer come out.`,
        found: left,
        advice,
      });
    return findings;
  }
}

/** JSON as goldens keep it. */
export function goldenJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(path.length).replace(/^\/+/, ""));
}

function isSame(file: string, bytes: Uint8Array): boolean {
  return existsSync(file) && readFileSync(file).equals(bytes);
}

function folderName(path: string): string {
  return path.split("/").filter(Boolean).slice(-2).join("/");
}

/** The first lines that differ, with their number. */
function firstDifference(golden: Uint8Array, now: Uint8Array): string[] {
  const [before, after] = [golden, now].map((bytes) => new TextDecoder().decode(bytes).split("\n"));
  const at = (before ?? []).findIndex((line, index) => line !== after?.[index]);
  const line = at < 0 ? (before?.length ?? 0) : at;
  const cut = (text: string | undefined) => (text === undefined ? "(nothing)" : text.slice(0, 200));
  return [
    `line ${String(line + 1)} was: ${cut(before?.[line])}`,
    `line ${String(line + 1)} is:  ${cut(after?.[line])}`,
  ];
}
