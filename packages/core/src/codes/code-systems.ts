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
  { id: "gp2gp-role", label: "GP2GP role" },
] as const satisfies readonly CodeSystem[];

const byId = new Map<string, CodeSystem>(codeSystems.map((system) => [system.id, system]));
const byOid = new Map<string, CodeSystem>(
  (codeSystems as readonly CodeSystem[]).flatMap((system) =>
    system.oid === undefined ? [] : [[system.oid, system] as const],
  ),
);

/** The record's name for an object identifier: a known name, else `urn:oid:…`. */
export function systemOfOid(oid: string): string {
  return byOid.get(oid)?.id ?? `urn:oid:${oid}`;
}

/** The object identifier of a system, where it has one. */
export function oidOfSystem(system: string): string | undefined {
  return system.startsWith("urn:oid:") ? system.slice("urn:oid:".length) : byId.get(system)?.oid;
}

/** The name people read for a system; systems not in the table are shown by their own id. */
export function labelOfSystem(system: string): string {
  return byId.get(system)?.label ?? system;
}
