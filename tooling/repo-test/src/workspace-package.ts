import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { readRepositoryFile, repository } from "./repository.ts";

/** The parts of a package.json that these tests look at. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly files?: readonly string[];
  readonly engines?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** One package of the workspace. */
export interface WorkspacePackage {
  readonly group: "packages" | "apps" | "tooling";
  /** The folder's own name, such as `adapter-emis`. */
  readonly shortName: string;
  /** From the root, such as `packages/adapter-emis`. */
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package of the workspace, by folder. */
export function workspacePackages(): readonly WorkspacePackage[] {
  return (["packages", "apps", "tooling"] as const).flatMap((group) =>
    readdirSync(join(repository, group))
      .filter((name) => existsSync(join(repository, group, name, "package.json")))
      .map((shortName) => {
        const folder = `${group}/${shortName}`;
        return {
          group,
          shortName,
          folder,
          manifest: JSON.parse(readRepositoryFile(`${folder}/package.json`)) as Manifest,
        };
      }),
  );
}
