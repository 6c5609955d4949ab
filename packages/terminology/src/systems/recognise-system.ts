import { codeSystems, systemOfOid, systemOfUri } from "@gp2gp/core";

/** A code system found by a name, and whether the name is its own, another one for it, or a mistake for it. */
export interface RecognisedSystem {
  /** As the record names it. */
  readonly system: string;
  readonly by: "name" | "alias" | "typo";
}

/** Names people type for the code systems of the record. */
export const systemNames: Readonly<Record<string, string>> = {
  readv2: "read-v2",
  readv1: "read-4byte",
  ctv3: "ctv3",
  tpp: "tpp",
  snomed: "snomed",
  dmd: "snomed",
  emis: "emis",
  "emis-drug": "emis-drug",
  multilex: "multilex",
  gemscript: "gemscript",
  vision: "vision",
  microtest: "microtest-5",
};

/** Other names of a system: what messages and bundles write besides its own identifier and address. */
const aliases = new Map([
  ["2.16.840.1.113883.6.96", "snomed"],
  ["2.16.840.1.113883.6.6", "ctv3"],
  ["2.16.840.1.113883.6.29", "read-v2"],
  ["https://dmd.nhs.uk", "snomed"],
  ["http://read.info/read2", "read-v2"],
  ["dm+d", "snomed"],
  ["read2", "read-v2"],
  ["read4", "read-4byte"],
  ["read3", "ctv3"],
]);

/** Identifiers seen in messages where a system's own was meant. */
const typos = new Map([["2.16.840.1.113883.2.1.3.2.3.15", "snomed"]]);

const known = new Set<string>(codeSystems.map(({ id }) => id));
const isOid = /^[0-2](?:\.(?:0|[1-9]\d*))+$/;

/**
 * The code system a name means: the record's own name, a name people type, an object identifier with
 * or without `urn:oid:`, or the address FHIR gives it. Case counts in addresses and identifiers only.
 */
export function recogniseSystem(name: string): RecognisedSystem | undefined {
  const plain = name.startsWith("urn:oid:") ? name.slice("urn:oid:".length) : name;
  const word = plain.toLowerCase();
  const named =
    (known.has(word) ? word : undefined) ??
    (Object.hasOwn(systemNames, word) ? systemNames[word] : undefined) ??
    knownOf(isOid.test(plain) ? systemOfOid(plain) : systemOfUri(plain));
  if (named !== undefined) return { system: named, by: "name" };
  const alias = aliases.get(plain) ?? aliases.get(word) ?? versionedSnomed(plain);
  if (alias !== undefined) return { system: alias, by: "alias" };
  const typo = typos.get(plain);
  return typo === undefined ? undefined : { system: typo, by: "typo" };
}

function knownOf(system: string): string | undefined {
  return known.has(system) ? system : undefined;
}

/** SNOMED CT editions and versions have addresses below its own. */
function versionedSnomed(uri: string): string | undefined {
  return /^http:\/\/snomed\.info\/sct\/\d/.test(uri) ? "snomed" : undefined;
}
