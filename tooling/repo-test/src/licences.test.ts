import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, it } from "vitest";

import { repository } from "./repository.ts";

const permissive =
  /^(0BSD|Apache-2\.0|BlueOak-1\.0\.0|BSD-[23]-Clause|CC0-1\.0|ISC|MIT|MIT-0|PostgreSQL|Python-2\.0|Unlicense|Zlib)$/;

/** Only tools, never shipped and never linked: file-level copyleft is no matter for them. */
const tools = /^(lightningcss(-.+)?)$/;

it("every installed package has a permissive licence", () => {
  const installed = manifestsIn(join(repository, "node_modules", ".pnpm"));
  expect(installed.length).toBeGreaterThan(100);
  const refused = installed.filter(
    ({ name, license }) =>
      !tools.test(name) && !alternatives(license).some((one) => permissive.test(one)),
  );
  expect(refused.map(({ name, license }) => `${name}: ${JSON.stringify(license)}`)).toEqual([]);
});

interface LicensedManifest {
  readonly name: string;
  readonly license?: unknown;
}

function manifestsIn(store: string): readonly LicensedManifest[] {
  return readdirSync(store)
    .filter((entry) => /^.+@\d/.test(entry))
    .map((entry) => {
      const name = entry.slice(0, entry.indexOf("@", 1)).replace("+", "/");
      return {
        ...(JSON.parse(
          readFileSync(join(store, entry, "node_modules", name, "package.json"), "utf8"),
        ) as object),
        name,
      };
    });
}

/** The licences one may choose from; of several that all hold, the whole expression, which is then read by a person. */
function alternatives(license: unknown): readonly string[] {
  return typeof license === "string" ? license.replaceAll(/[()]/g, "").split(" OR ") : [];
}
