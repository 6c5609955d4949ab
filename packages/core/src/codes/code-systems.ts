/** A code system the record knows by name. */
export interface CodeSystem {
  readonly id: string;
  /** How it is shown to people and in carried text. */
  readonly label: string;
  readonly oid?: string;
  readonly uri?: string;
}

/**
 * Code systems by the names the record uses, with their object identifiers in GP2GP messages and
 * their FHIR addresses. dm+d identifiers are SNOMED CT identifiers and share its system.
 */
export const codeSystems = [
  {
    id: "snomed",
    label: "SNOMED CT",
    oid: "2.16.840.1.113883.2.1.3.2.4.15",
    uri: "http://snomed.info/sct",
  },
  {
    id: "read-v2",
    label: "Read v2",
    oid: "2.16.840.1.113883.2.1.6.2",
    uri: "http://read.info/readv2",
  },
  { id: "read-4byte", label: "Read 4-byte", oid: "2.16.840.1.113883.2.1.6.1" },
  {
    id: "ctv3",
    label: "CTV3",
    oid: "2.16.840.1.113883.2.1.3.2.4.14",
    uri: "http://read.info/ctv3",
  },
  {
    id: "emis",
    label: "EMIS",
    oid: "2.16.840.1.113883.2.1.6.3",
    uri: "https://fhir.hl7.org.uk/Id/egton-codes",
  },
  {
    id: "emis-drug",
    label: "EMIS drug",
    oid: "2.16.840.1.113883.2.1.6.9",
    uri: "https://fhir.hl7.org.uk/Id/emis-drug-codes",
  },
  {
    id: "multilex",
    label: "Multilex",
    oid: "2.16.840.1.113883.2.1.6.4",
    uri: "https://fhir.hl7.org.uk/Id/multilex-drug-codes",
  },
  {
    id: "gemscript",
    label: "Gemscript",
    oid: "2.16.840.1.113883.2.1.6.15",
    uri: "https://fhir.hl7.org.uk/Id/resipuk-gemscript-drug-codes",
  },
  { id: "vision", label: "Vision", oid: "2.16.840.1.113883.2.1.6.10" },
  // Chapters and sections of the British National Formulary, beside the codes of drugs; no object identifier.
  { id: "bnf", label: "BNF" },
  // Codes of a practice's own that stand in CTV3 columns; they have no object identifier.
  { id: "tpp", label: "TPP" },
  // One object identifier for each kind of record; drugs have the fifth.
  { id: "microtest-1", label: "Microtest 1", oid: "1.3.6.1.4.1.17340.1.1" },
  { id: "microtest-2", label: "Microtest 2", oid: "1.3.6.1.4.1.17340.1.2" },
  { id: "microtest-3", label: "Microtest 3", oid: "1.3.6.1.4.1.17340.1.3" },
  { id: "microtest-4", label: "Microtest 4", oid: "1.3.6.1.4.1.17340.1.4" },
  { id: "microtest-5", label: "Microtest 5", oid: "1.3.6.1.4.1.17340.1.5" },
  { id: "microtest-6", label: "Microtest 6", oid: "1.3.6.1.4.1.17340.1.6" },
  { id: "microtest-7", label: "Microtest 7", oid: "1.3.6.1.4.1.17340.1.7" },
  { id: "microtest-9", label: "Microtest 9", oid: "1.3.6.1.4.1.17340.1.9" },
  { id: "microtest-10", label: "Microtest 10", oid: "1.3.6.1.4.1.17340.1.10" },
  { id: "microtest-15", label: "Microtest 15", oid: "1.3.6.1.4.1.17340.1.15" },
  { id: "microtest-16", label: "Microtest 16", oid: "1.3.6.1.4.1.17340.1.16" },
  { id: "microtest-17", label: "Microtest 17", oid: "1.3.6.1.4.1.17340.1.17" },
  { id: "gp2gp-role", label: "GP2GP role" },
] as const satisfies readonly CodeSystem[];

const table: readonly CodeSystem[] = codeSystems;
const byId = new Map(table.map((system) => [system.id, system]));
const byOid = new Map(
  table.flatMap((system) => (system.oid === undefined ? [] : [[system.oid, system] as const])),
);
const byUri = new Map(
  table.flatMap((system) => (system.uri === undefined ? [] : [[system.uri, system] as const])),
);
const oidUri = "urn:oid:";

/** The record's name for an object identifier: a known name, else `urn:oid:…`. */
export function systemOfOid(oid: string): string {
  return byOid.get(oid)?.id ?? `${oidUri}${oid}`;
}

/** The object identifier of a system, where it has one. */
export function oidOfSystem(system: string): string | undefined {
  return system.startsWith(oidUri) ? system.slice(oidUri.length) : byId.get(system)?.oid;
}

/** The record's name for the address FHIR gives a code system; an address that is not known is its own name. */
export function systemOfUri(uri: string): string {
  if (uri.startsWith(oidUri)) return systemOfOid(uri.slice(oidUri.length));
  return byUri.get(uri)?.id ?? uri;
}

/** The address FHIR gives a system: its own, else `urn:oid:…`, else none. */
export function uriOfSystem(system: string): string | undefined {
  const known = byId.get(system);
  if (known?.uri !== undefined) return known.uri;
  const oid = oidOfSystem(system);
  if (oid !== undefined) return `${oidUri}${oid}`;
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(system) ? system : undefined;
}

/** The name people read for a system; systems not in the table are shown by their own id. */
export function labelOfSystem(system: string): string {
  return byId.get(system)?.label ?? system;
}
