import type { Telecom } from "@gp2gp/core";
import type { TEL } from "@gp2gp/hl7v3";
import { readPeriod, writePeriod } from "./effective.ts";
import { isAddress } from "./text.ts";

const schemes: readonly (readonly [scheme: string, kind: NonNullable<Telecom["kind"]>])[] = [
  ["tel:", "phone"],
  ["mailto:", "email"],
  ["fax:", "fax"],
  ["http:", "url"],
  ["https:", "url"],
];

/** The locator a TEL gives, verbatim with its scheme; the kind where the scheme says it. */
export function readTelecom(tel: TEL | undefined): Telecom | undefined {
  const value = tel?.value;
  if (tel === undefined || value === undefined || value === "") return undefined;
  const bare = schemes.find(([scheme]) => value.startsWith(scheme));
  const stripped = bare && bare[1] !== "url" && value.length > bare[0].length;
  const period = readPeriod(tel.useablePeriod?.[0]);
  return {
    value: stripped ? value.slice(bare[0].length) : value,
    ...(bare && { kind: bare[1] }),
    ...(tel.use !== undefined && tel.use !== "" && { use: tel.use }),
    ...(period && { period }),
  };
}

const uses = new Set(["H", "HP", "HV", "WP", "AS", "EC", "PG", "MC"]);

/** The TEL of a locator. */
export function writeTelecom({ value, kind, use, period }: Telecom): TEL | undefined {
  if (!isAddress(value)) return undefined;
  const scheme = kind === "url" ? undefined : schemes.find(([, known]) => known === kind)?.[0];
  const useablePeriod = writePeriod(period);
  return {
    value: `${scheme ?? ""}${value}`,
    ...(use !== undefined && use.split(" ").every((one) => uses.has(one)) && { use }),
    ...(useablePeriod && { useablePeriod: [useablePeriod] }),
  };
}
