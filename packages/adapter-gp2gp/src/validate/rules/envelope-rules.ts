import { isNhsNumber } from "@gp2gp/core";
import type { CommunicationFunction, II } from "@gp2gp/hl7v3";
import { oids } from "@gp2gp/hl7v3";
import type { ExtractRule } from "../extract-rule.ts";
import { rule } from "../extract-rule.ts";
import { isUuid } from "./identity-rules.ts";

const patientRoots: ReadonlySet<string | undefined> = new Set([
  oids.nhsNumber.oid,
  oids.temporaryPatientOne.oid,
  oids.temporaryPatientTwo.oid,
]);
const organisationRoots: ReadonlySet<string | undefined> = new Set([
  oids.odsCode.oid,
  oids.practiceNumber.oid,
  oids.spineOrganisation.oid,
]);

/** The scopes of an extract: the whole record available to the originator (EMIS, TPP, Vision), and NHS England's adaptor's. */
const scopes: ReadonlySet<string | undefined> = new Set(["715751000000105", "37241000000102"]);

const isNhsNumberId = ({ root }: II): boolean => root === oids.nhsNumber.oid;
const tenDigits = /^\d{10}$/u;

function asidOf({ device }: CommunicationFunction): string | undefined {
  return device?.id?.find(({ root }) => root === oids.asid.oid)?.extension;
}

const isUnidentified = (party: CommunicationFunction): boolean => (asidOf(party) ?? "") === "";

/** The wrapper, the patient, and for whom the extract is. */
export const envelopeRules: readonly ExtractRule[] = [
  rule({
    rule: "message-absent",
    severity: "warning",
    message:
      "There is no message around the extract, so nobody can tell from whom to whom it goes.",
    expected: "RCMR_IN030000UK06 or RCMR_IN030000UK07, with the extract in its control act.",
    at: ["EhrExtract"],
    breaks: (_extract, _place, { hasMessage }) => !hasMessage,
  }),
  rule({
    rule: "interaction-unsupported",
    severity: "warning",
    message: "The message is of another interaction than those that carry an extract today.",
    expected: "RCMR_IN030000UK06 or RCMR_IN030000UK07.",
    at: ["message"],
    breaks: (_message, _place, { interaction }) =>
      !/^RCMR_IN030000UK0[67]$/u.test(interaction ?? ""),
  }),
  rule({
    rule: "interaction-id-wrong",
    severity: "error",
    message: "The interaction id names another message than this is.",
    expected: "The OID of interactions with the name of the message's element.",
    at: ["message"],
    breaks: ({ interactionId: id }, _place, { interaction }) =>
      id !== undefined && (id.root !== oids.interaction.oid || id.extension !== interaction),
  }),
  rule({
    rule: "message-id-malformed",
    severity: "error",
    message: "The id of the message is no UUID, so it cannot be acknowledged.",
    expected: "An upper-case UUID as root, and no extension.",
    at: ["message"],
    breaks: ({ id }) => id !== undefined && !isUuid(id),
  }),
  rule({
    rule: "receiver-unidentified",
    severity: "warning",
    message: "A receiver is not identified, so the message cannot be sent as it is.",
    expected: "A device with an ASID under its OID.",
    at: ["communicationFunctionRcv"],
    breaks: isUnidentified,
  }),
  rule({
    rule: "sender-unidentified",
    severity: "warning",
    message: "The sender is not identified, so no acknowledgement can reach it.",
    expected: "A device with an ASID under its OID.",
    at: ["communicationFunctionSnd"],
    breaks: isUnidentified,
  }),
  rule({
    rule: "asid-malformed",
    severity: "warning",
    message: "A sender or receiver is identified by what is no accredited system id.",
    expected: "An ASID: twelve digits.",
    at: ["communicationFunctionRcv", "communicationFunctionSnd"],
    breaks: (party) => !isUnidentified(party) && !/^\d{12}$/u.test(asidOf(party) ?? ""),
  }),
  rule({
    rule: "patient-number-unknown",
    severity: "warning",
    message:
      "The patient is not identified by an NHS number, so the record can be filed by hand only.",
    expected: "The OID of NHS numbers as root.",
    at: ["patient"],
    breaks: ({ id }) => id !== undefined && !patientRoots.has(id.root),
  }),
  rule({
    rule: "nhs-number-malformed",
    severity: "error",
    message: "The NHS number does not have ten digits.",
    expected: "Ten digits without spaces.",
    at: ["patient"],
    breaks: ({ id }) =>
      id !== undefined && isNhsNumberId(id) && !tenDigits.test(id.extension ?? ""),
  }),
  rule({
    rule: "nhs-number-check-digit",
    severity: "error",
    message: "The NHS number has a wrong check digit.",
    expected: "The modulus 11 check digit as the tenth.",
    at: ["patient"],
    breaks: ({ id }) =>
      id !== undefined &&
      isNhsNumberId(id) &&
      tenDigits.test(id.extension ?? "") &&
      !isNhsNumber(id.extension ?? ""),
  }),
  rule({
    rule: "organisation-unidentified",
    severity: "warning",
    message: "An organisation that sends or receives the extract is not identified.",
    expected: "An ODS code under its OID.",
    at: ["agentOrganizationSDS"],
    breaks: ({ id }, place) =>
      place.parent?.element === "AgentOrgSDS" &&
      (!organisationRoots.has(id?.root) || (id?.extension ?? "") === ""),
  }),
  rule({
    rule: "request-id-malformed",
    severity: "warning",
    message:
      "The id of the request that the extract answers is no UUID, so the two may not be matched.",
    expected: "The id of the EHR request: an upper-case UUID.",
    at: ["priorEhrRequest"],
    breaks: ({ id }) => id !== undefined && id.nullFlavor === undefined && !isUuid(id),
  }),
  rule({
    rule: "extract-scope-unknown",
    severity: "information",
    message: "The extract says by no code that is known how much of the record it holds.",
    expected: "A code of those that real messages use, such as 715751000000105.",
    at: ["limitingEhrExtractSpecification"],
    breaks: ({ code }) => code !== undefined && !scopes.has(code.code),
  }),
  rule({
    rule: "folder-repeated",
    severity: "information",
    message: "The extract has more than one folder.",
    expected: "One ehrFolder, as real messages have.",
    at: ["EhrExtract"],
    breaks: ({ component = [] }) => component.length > 1,
  }),
  rule({
    // gp2gp-messages 1.6, 2: an empty record is refused
    rule: "record-empty",
    severity: "warning",
    message: "The extract holds no statement; some receivers refuse it.",
    expected: "At least one statement in at least one ehrComposition.",
    at: ["EhrExtract"],
    breaks: (_extract, _place, { statements }) => statements.size === 0,
  }),
];
