import type { Identifier } from "@gp2gp/core";
import type { II } from "@gp2gp/hl7v3";
import { localSystem } from "./local-system.ts";
import { isWritable } from "./text.ts";

/** Roots the record knows by name. */
const systems: ReadonlyMap<string, string> = new Map([
  ["2.16.840.1.113883.2.1.4.1", "nhs-number"],
  ["2.16.840.1.113883.2.1.4.2", "gmp"],
  ["2.16.840.1.113883.2.1.4.3", "ods"],
  ["1.2.826.0.1285.0.1.10", "ods-spine"],
]);
const roots: ReadonlyMap<string, string> = new Map(
  [...systems].map(([root, system]) => [system, root]),
);
const uuid = /^[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$/;
const oid = /^[0-9]+(?:\.[0-9]+)+$/;

/** The system under which an id that is a UUID, or a bare root, stands in the record. */
const bareIdSystem = "gp2gp:id";

/** True for a UUID, in whatever case. */
export function isUuid(text: string | undefined): text is string {
  return text !== undefined && uuid.test(text);
}

/** The identifier an II gives; undefined for one without a root or with a null flavour alone. */
export function readIdentifier(id: II | undefined): Identifier | undefined {
  const { root, extension, assigningAuthorityName: assigner } = id ?? {};
  if (root === undefined || root === "") return undefined;
  const named = assigner === undefined || assigner === "" ? {} : { assigner };
  if (extension === undefined || extension === "")
    return { system: bareIdSystem, value: root, ...named };
  if (root === localSystem && named.assigner !== undefined)
    return { system: named.assigner, value: extension };
  return { system: systems.get(root) ?? `urn:oid:${root}`, value: extension, ...named };
}

/** The II of an identifier; a system without an object identifier stands as the name of who assigned it. */
export function writeIdentifier({ system, value, assigner }: Identifier): II | undefined {
  const named =
    assigner === undefined || !isWritable(assigner) ? {} : { assigningAuthorityName: assigner };
  if (!isWritable(value)) return undefined;
  if (system === bareIdSystem) return isRoot(value) ? { root: value, ...named } : undefined;
  const root = roots.get(system) ?? (system.startsWith("urn:oid:") ? system.slice(8) : undefined);
  if (root === undefined)
    return assigner === undefined ? localIdentifier(system, value) : undefined;
  return isRoot(root) ? { root, extension: value, ...named } : undefined;
}

const localIdentifier = (system: string, value: string): II | undefined =>
  isWritable(system)
    ? { root: localSystem, extension: value, assigningAuthorityName: system }
    : undefined;

/** Whether the schema allows a text as the root of an id. */
const isRoot = (text: string): boolean =>
  oid.test(text) || (isUuid(text) && text === text.toUpperCase());

/** The identifiers of a list of IIs. */
export function readIdentifiers(ids: readonly II[] | undefined): Identifier[] {
  return (ids ?? []).flatMap((id) => readIdentifier(id) ?? []);
}
