/** What an OID roots: identifiers, or a code system. */
export type OidKind = "identifier" | "code-system";

/** One OID of GP2GP messages. */
export interface OidEntry {
  readonly oid: string;
  readonly kind: OidKind;
  /** What it is, in words for a reader. */
  readonly title: string;
  /** Set where the OID is seen in messages but is not the right one for what it stands for. */
  readonly aliasOf?: string;
}

/** The OIDs of GP2GP messages, by the name under which this project speaks of them. */
export const oids = {
  nhsNumber: { oid: "2.16.840.1.113883.2.1.4.1", kind: "identifier", title: "NHS number" },
  practitionerNumber: {
    oid: "2.16.840.1.113883.2.1.4.2",
    kind: "identifier",
    title: "GMP or PPD number of a doctor",
  },
  practiceNumber: {
    oid: "2.16.840.1.113883.2.1.4.3",
    kind: "identifier",
    title: "GP practice or organisation code",
  },
  pathologySpecimen: {
    oid: "2.16.840.1.113883.2.1.4.5.2",
    kind: "identifier",
    title: "Specimen number of a pathology message",
  },
  pathologyReport: {
    oid: "2.16.840.1.113883.2.1.4.5.5",
    kind: "identifier",
    title: "Report number of a pathology message",
  },
  odsCode: {
    oid: "1.2.826.0.1285.0.1.10",
    kind: "identifier",
    title: "ODS code of an organisation",
  },
  asid: {
    oid: "1.2.826.0.1285.0.2.0.107",
    kind: "identifier",
    title: "Accredited system id (ASID)",
  },
  spineOrganisation: {
    oid: "1.2.826.0.1285.0.2.0.109",
    kind: "identifier",
    title: "Organisation in the Spine directory",
  },
  spinePerson: {
    oid: "1.2.826.0.1285.0.2.0.65",
    kind: "identifier",
    title: "Person in the Spine directory",
  },
  spinePersonRole: {
    oid: "1.2.826.0.1285.0.2.0.67",
    kind: "identifier",
    title: "Role profile of a person in the Spine directory",
  },
  spineJobRole: {
    oid: "1.2.826.0.1285.0.2.1.104",
    kind: "identifier",
    title: "Job role in the Spine directory",
  },
  temporaryPatientOne: {
    oid: "2.16.840.1.113883.2.1.3.2.4.3",
    kind: "identifier",
    title: "Temporary patient number, first kind",
  },
  temporaryPatientTwo: {
    oid: "2.16.840.1.113883.2.1.3.2.4.4",
    kind: "identifier",
    title: "Temporary patient number, second kind",
  },
  additionalIdentifier: {
    oid: "2.16.840.1.113883.2.1.3.2.4.9",
    kind: "identifier",
    title: "A further identifier of an entry",
  },
  interaction: {
    oid: "2.16.840.1.113883.2.1.3.2.4.12",
    kind: "identifier",
    title: "Interaction id of a message",
  },
  messageType: {
    oid: "2.16.840.1.113883.2.1.3.2.4.18.17",
    kind: "identifier",
    title: "Message type of a payload",
  },

  snomedCt: {
    oid: "2.16.840.1.113883.2.1.3.2.4.15",
    kind: "code-system",
    title: "SNOMED CT (UK), with dm+d",
  },
  snomedCtInternational: {
    oid: "2.16.840.1.113883.6.96",
    kind: "code-system",
    title: "SNOMED CT (International)",
    aliasOf: "2.16.840.1.113883.2.1.3.2.4.15",
  },
  snomedCtMistyped: {
    oid: "2.16.840.1.113883.2.1.3.2.3.15",
    kind: "code-system",
    title: "SNOMED CT, mistyped in test data",
    aliasOf: "2.16.840.1.113883.2.1.3.2.4.15",
  },
  readV2: {
    oid: "2.16.840.1.113883.2.1.6.2",
    kind: "code-system",
    title: "Read version 2, with term code",
  },
  readFourByte: { oid: "2.16.840.1.113883.2.1.6.1", kind: "code-system", title: "Read four byte" },
  ctv3: {
    oid: "2.16.840.1.113883.2.1.3.2.4.14",
    kind: "code-system",
    title: "Clinical Terms Version 3",
  },
  emisClinical: {
    oid: "2.16.840.1.113883.2.1.6.3",
    kind: "code-system",
    title: "EMIS clinical codes (Egton)",
  },
  emisDrug: { oid: "2.16.840.1.113883.2.1.6.9", kind: "code-system", title: "EMIS drug codes" },
  multilex: { oid: "2.16.840.1.113883.2.1.6.4", kind: "code-system", title: "Multilex drug codes" },
  gemscript: {
    oid: "2.16.840.1.113883.2.1.6.15",
    kind: "code-system",
    title: "Gemscript drug codes",
  },
  visionClinical: {
    oid: "2.16.840.1.113883.2.1.6.10",
    kind: "code-system",
    title: "INPS Vision clinical codes",
  },
  microtest: {
    oid: "1.3.6.1.4.1.17340.1",
    kind: "code-system",
    title: "Microtest codes; an arc below it for each kind of entry",
  },
  pathologyInterpretation: {
    oid: "2.16.840.1.113883.2.1.6.5",
    kind: "code-system",
    title: "Interpretation of a result (HI, LO, PA, OR)",
  },
  resultInterpretation: {
    oid: "2.16.840.1.113883.2.1.3.2.4.16.8",
    kind: "code-system",
    title: "Interpretation of a result (HI, LO, PA, OR), as real messages have it",
  },
  uncertainty: {
    oid: "2.16.840.1.113883.5.1053",
    kind: "code-system",
    title: "Uncertainty of an act",
  },
  confidentiality: {
    oid: "2.16.840.1.113883.4.642.3.47",
    kind: "code-system",
    title: "Confidentiality of an entry (NOPAT)",
  },
  acknowledgementReason: {
    oid: "2.16.840.1.113883.2.1.3.2.4.17.101",
    kind: "code-system",
    title: "Why a GP2GP message was refused",
  },
  acknowledgementDetail: {
    oid: "2.16.840.1.113883.2.1.3.2.4.17.104",
    kind: "code-system",
    title: "Severity of the reason of an acknowledgement",
  },
  payload: {
    oid: "2.16.840.1.113883.2.1.3.2.4.17.202",
    kind: "code-system",
    title: "Part of a GP2GP payload",
  },
} as const satisfies Readonly<Record<string, OidEntry>>;

/** The name of an OID that this project knows. */
export type OidName = keyof typeof oids;

const byOid: ReadonlyMap<string, OidEntry> = new Map(
  Object.values<OidEntry>(oids).map((entry) => [entry.oid, entry]),
);

/** What an OID is; `undefined` for one that is not known. Microtest's arcs are found by the arc they stand below. */
export function findOid(oid: string): OidEntry | undefined {
  return byOid.get(oid) ?? (oid.startsWith(`${oids.microtest.oid}.`) ? oids.microtest : undefined);
}
