import { oids } from "@gp2gp/hl7v3";
import { uuid } from "./sample-extract.ts";

/** One change of the sample, and the rule that it breaks. */
export interface RuleCase {
  readonly rule: string;
  /** The element that is changed, and which of its name in document order (0 the first). */
  readonly at: string;
  readonly nth?: number;
  /** What replaces its parts; undefined takes one away. */
  readonly with: Readonly<Record<string, unknown>>;
  /** Set where the finding is about another element than the changed one. */
  readonly foundAt?: string;
}

const id = (root: string, extension?: string) => ({
  id: { root, ...(extension !== undefined && { extension }) },
});
const ref = { classCode: "OBS", moodCode: "EVN" };
const narrative = {
  kind: "NarrativeStatement",
  id: { root: uuid("F1") },
  text: { content: "Words" },
  statusCode: { code: "COMPLETE" },
  availabilityTime: { value: "20190102" },
};
const planned = { ...narrative, kind: "PlanStatement" };
const topic = { ...narrative, kind: "CompoundStatement", classCode: "TOPIC" };
const heading = { ...narrative, kind: "CompoundStatement", classCode: "CATEGORY" };
const inGroup = (statement: object) => ({ component: [{ statement }] });
const snomed = (code: string) => ({ code, codeSystem: oids.snomedCt.oid });
const interval = (low: string, high: string) => ({
  effectiveTime: { low: { value: low }, high: { value: high } },
});
const asid = (extension: string) => ({ device: { id: [{ root: oids.asid.oid, extension }] } });
const address = (value: string) => ({ text: { reference: { value } } });

/** For each rule at least one change of the sample that breaks it. Rules about what came along have tests of their own. */
export const ruleCases: readonly RuleCase[] = [
  // The wrapper. The sample's first id is the message's.
  {
    rule: "interaction-id-wrong",
    at: "message",
    with: { interactionId: { root: oids.interaction.oid, extension: "RCMR_IN030000UK06" } },
  },
  { rule: "message-id-malformed", at: "message", with: id("1.2.3") },
  { rule: "receiver-unidentified", at: "communicationFunctionRcv", with: { device: {} } },
  { rule: "sender-unidentified", at: "communicationFunctionSnd", with: asid("") },
  { rule: "asid-malformed", at: "communicationFunctionSnd", with: asid("123") },
  { rule: "patient-number-unknown", at: "patient", with: id(oids.additionalIdentifier.oid, "1") },
  { rule: "nhs-number-malformed", at: "patient", with: id(oids.nhsNumber.oid, "999 000 0018") },
  { rule: "nhs-number-check-digit", at: "patient", with: id(oids.nhsNumber.oid, "9990000019") },
  {
    rule: "organisation-unidentified",
    at: "agentOrganizationSDS",
    with: { id: { nullFlavor: "UNK" } },
  },
  { rule: "request-id-malformed", at: "priorEhrRequest", with: id("1.2.3") },
  {
    rule: "extract-scope-unknown",
    at: "limitingEhrExtractSpecification",
    with: { code: snomed("60621009") },
  },
  { rule: "folder-repeated", at: "EhrExtract", with: { component: [{}, {}] } },
  { rule: "record-empty", at: "EhrExtract", with: { component: [] } },

  // Ids and agents.
  { rule: "id-malformed", at: "LinkSet", with: id("1.2.3", "4") },
  { rule: "uuid-lower-case", at: "id", nth: 0, with: { root: uuid("E0").toLowerCase() } },
  { rule: "id-repeated", at: "LinkSet", with: id(uuid("B1")) },
  { rule: "id-repeated", at: "CompoundStatement", nth: 1, with: { id: [{ root: uuid("B1") }] } },
  { rule: "id-repeated", at: "ehrSupplyPrescribe", with: id(uuid("D1")) },
  { rule: "agent-id-repeated", at: "Agent", nth: 1, with: { id: [{ root: uuid("A1") }] } },
  { rule: "agent-empty", at: "Agent", with: { agentPerson: undefined } },
  { rule: "agent-name-absent", at: "agentPerson", with: { name: {} } },
  { rule: "agent-unreferenced", at: "Agent", with: { id: [{ root: uuid("F1") }] } },

  // References.
  { rule: "agent-reference-unresolved", at: "agentRef", with: id(uuid("F1")) },
  {
    rule: "statement-reference-unresolved",
    at: "statementRef",
    with: { ...ref, ...id(uuid("F1")) },
  },
  {
    rule: "statement-reference-unresolved",
    at: "namedStatementRef",
    with: { ...ref, ...id(uuid("F1")) },
  },
  {
    rule: "statement-reference-unresolved",
    at: "priorStatementRef",
    with: { ...ref, ...id(uuid("F1")) },
  },
  {
    rule: "statement-reference-unresolved",
    at: "justifyingStatementRef",
    with: { ...ref, ...id(uuid("F1")) },
  },
  { rule: "medication-reference-unresolved", at: "priorMedicationRef", with: id(uuid("F1")) },
  { rule: "medication-reference-misplaced", at: "priorMedicationRef", with: id(uuid("B3")) },
  { rule: "composition-reference-unresolved", at: "priorCompositionRef", with: id(uuid("B3")) },
  { rule: "reference-to-itself", at: "statementRef", with: { ...ref, ...id(uuid("B9")) } },
  { rule: "reference-to-itself", at: "priorMedicationRef", with: id(uuid("D4")) },
  { rule: "reference-to-itself", at: "priorCompositionRef", with: id(uuid("D0")) },
  { rule: "statement-reference-codes-differ", at: "statementRef", with: { classCode: "SBADM" } },

  // Groups.
  { rule: "group-kind-unknown", at: "CompoundStatement", with: { classCode: "FOLDER" } },
  { rule: "group-kind-absent", at: "CompoundStatement", with: { classCode: undefined } },
  { rule: "topic-without-category", at: "CompoundStatement", with: inGroup(narrative) },
  {
    rule: "topic-misplaced",
    at: "CompoundStatement",
    nth: 1,
    with: inGroup(topic),
    foundAt: "CompoundStatement",
  },
  {
    rule: "heading-misplaced",
    at: "CompoundStatement",
    nth: 4,
    with: inGroup(heading),
    foundAt: "CompoundStatement",
  },
  { rule: "battery-content-unusual", at: "CompoundStatement", nth: 4, with: inGroup(planned) },
  { rule: "battery-empty", at: "CompoundStatement", nth: 4, with: inGroup(narrative) },
  { rule: "cluster-content-unusual", at: "CompoundStatement", nth: 3, with: inGroup(planned) },
  { rule: "specimen-absent", at: "CompoundStatement", nth: 3, with: { specimen: [] } },
  { rule: "allergy-absent", at: "CompoundStatement", nth: 5, with: inGroup(narrative) },

  // Codes.
  {
    rule: "code-system-absent",
    at: "ObservationStatement",
    with: { code: { code: "22K..00" } },
    foundAt: "code",
  },
  { rule: "minor-code-system-absent", at: "interpretationCode", with: { codeSystem: undefined } },
  { rule: "code-system-unknown", at: "interpretationCode", with: { codeSystem: "1.2.3" } },
  {
    rule: "code-system-alias",
    at: "limitingEhrExtractSpecification",
    with: { code: { code: "715751000000105", codeSystem: oids.snomedCtInternational.oid } },
    foundAt: "code",
  },
  { rule: "snomed-code-malformed", at: "translation", with: { code: "60621008" } },
  { rule: "snomed-description-as-code", at: "translation", with: { code: "1032015" } },
  {
    rule: "read-v2-code-malformed",
    at: "ObservationStatement",
    with: { code: { code: "22.K.00", codeSystem: oids.readV2.oid } },
    foundAt: "code",
  },
  {
    rule: "read-v2-term-absent",
    at: "ObservationStatement",
    with: { code: { code: "22K..", codeSystem: oids.readV2.oid } },
    foundAt: "code",
  },
  {
    rule: "ctv3-code-malformed",
    at: "ObservationStatement",
    nth: 1,
    with: { code: { code: "XE2q000", codeSystem: oids.ctv3.oid } },
    foundAt: "code",
  },
  {
    rule: "drug-code-malformed",
    at: "manufacturedMaterial",
    with: { code: { code: "1", codeSystem: oids.gemscript.oid } },
    foundAt: "code",
  },
  { rule: "code-words-absent", at: "ObservationStatement", with: { code: { nullFlavor: "UNK" } } },
  { rule: "composition-name-unknown", at: "ehrComposition", with: { code: snomed("60621009") } },
  { rule: "status-code-unknown", at: "statusCode", with: { code: "NEW" } },
  { rule: "supply-code-absent", at: "ehrSupplyAuthorise", with: { code: { nullFlavor: "UNK" } } },

  // Times.
  {
    rule: "composition-start-absent",
    at: "ehrComposition",
    with: { effectiveTime: { high: { value: "20190102" } } },
  },
  {
    rule: "interval-reversed",
    at: "ehrComposition",
    with: interval("20190102", "20190101"),
    foundAt: "effectiveTime",
  },
  { rule: "folder-end-too-early", at: "ehrFolder", with: interval("20190102", "20190102") },
  {
    rule: "time-after-extract",
    at: "ObservationStatement",
    with: { availabilityTime: { value: "20200102" } },
  },
  {
    rule: "effective-time-after-extract",
    at: "ObservationStatement",
    with: { effectiveTime: { center: { value: "2021" } } },
  },
  {
    rule: "effective-time-start-only",
    at: "ObservationStatement",
    with: { effectiveTime: { low: { value: "2019" } } },
  },

  // Values and texts.
  {
    rule: "value-unit-absent",
    at: "ObservationStatement",
    with: { value: { dataType: "PQ", value: "31" } },
    foundAt: "value",
  },
  {
    rule: "value-range-reversed",
    at: "ObservationStatement",
    nth: 1,
    with: { value: { dataType: "IVL_PQ", low: { value: "9" }, high: { value: "1" } } },
    foundAt: "value",
  },
  {
    rule: "reference-range-reversed",
    at: "referenceInterpretationRange",
    with: { value: { low: { value: "3" }, high: { value: "1" } } },
  },
  {
    rule: "reference-range-empty",
    at: "referenceInterpretationRange",
    with: { text: undefined, value: undefined },
  },
  { rule: "interpretation-unknown", at: "interpretationCode", with: { code: "H" } },
  { rule: "narrative-empty", at: "NarrativeStatement", nth: 1, with: { text: { content: " " } } },
  {
    rule: "comment-head-unknown",
    at: "NarrativeStatement",
    nth: 1,
    with: { text: { content: "CommentType:OTHER\nCommentDate:20190102\n" } },
  },

  // Medication.
  { rule: "medication-mood-unknown", at: "MedicationStatement", with: { moodCode: "ENV" } },
  { rule: "medication-mood-mismatch", at: "MedicationStatement", with: { moodCode: "ORD" } },
  { rule: "supply-absent", at: "MedicationStatement", with: { component: [] } },
  { rule: "product-absent", at: "MedicationStatement", with: { consumable: [] } },
  {
    rule: "product-words-absent",
    at: "manufacturedMaterial",
    with: { code: { nullFlavor: "UNK" } },
  },
  { rule: "dosage-absent", at: "MedicationStatement", with: { pertinentInformation: [] } },
  { rule: "dosage-mood-unusual", at: "pertinentMedicationDosage", with: { moodCode: "EVN" } },
  { rule: "prescribe-mood-wrong", at: "ehrSupplyPrescribe", with: { moodCode: "INT" } },
  { rule: "quantity-unit-absent", at: "quantity", with: { translation: [] } },
  { rule: "quantity-not-positive", at: "quantity", with: { value: "0" } },
  { rule: "repeat-number-negative", at: "repeatNumber", with: { value: "-1" } },
  { rule: "repeat-number-misplaced", at: "repeatNumber", with: { nullFlavor: "NI" } },
  { rule: "issue-reference-unusual", at: "priorMedicationRef", with: id(uuid("D6")) },
  {
    rule: "issue-authorisation-absent",
    at: "ehrSupplyPrescribe",
    with: { inFulfillmentOf: undefined },
  },
  { rule: "stop-target-absent", at: "ehrSupplyDiscontinue", with: { reversalOf: [] } },

  // Problems.
  { rule: "link-set-code-unknown", at: "LinkSet", with: { code: snomed("60621009") } },
  {
    rule: "link-set-qualifier-unknown",
    at: "LinkSet",
    with: { code: { ...snomed("394774009"), qualifier: [{ name: snomed("60621009") }] } },
  },
  { rule: "problem-significance-absent", at: "LinkSet", with: { code: snomed("394774009") } },
  { rule: "problem-condition-absent", at: "LinkSet", with: { conditionNamed: undefined } },
  { rule: "link-set-empty", at: "LinkSet", with: { conditionNamed: undefined, component: [] } },

  // Documents.
  { rule: "document-address-absent", at: "referredToExternalDocument", with: { text: {} } },
  {
    rule: "document-address-unusual",
    at: "referredToExternalDocument",
    with: address("ftp://example.org/letter.txt"),
    foundAt: "text",
  },
  {
    rule: "inline-part-absent",
    at: "referredToExternalDocument",
    with: address("cid:other"),
    foundAt: "text",
  },
  {
    rule: "file-absent",
    at: "referredToExternalDocument",
    with: address("file://localhost/other.txt"),
    foundAt: "text",
  },
  {
    rule: "file-placeholder",
    at: "referredToExternalDocument",
    with: address("file://localhost/AbsentAttachment1.txt"),
    foundAt: "text",
  },
  {
    rule: "part-unreferenced",
    at: "referredToExternalDocument",
    with: { text: {} },
    foundAt: "EhrExtract",
  },

  // What the patient is not to see.
  { rule: "confidentiality-code-unknown", at: "confidentialityCode", with: { code: "R" } },
  {
    rule: "confidentiality-system-wrong",
    at: "confidentialityCode",
    with: { codeSystem: "1.2.3" },
  },
  {
    rule: "document-confidentiality-absent",
    at: "referredToExternalDocument",
    with: { confidentialityCode: undefined },
  },
  {
    rule: "problem-confidentiality-absent",
    at: "LinkSet",
    with: { confidentialityCode: undefined },
  },

  // What the class tables find.
  { rule: "class-code-wrong", at: "ObservationStatement", with: { classCode: "ACT" } },
  { rule: "mood-code-wrong", at: "ObservationStatement", with: { moodCode: "ENV" } },
  { rule: "type-code-wrong", at: "conditionNamed", with: { typeCode: "COMP" } },
  { rule: "fixed-value-wrong", at: "agentOrganizationSDS", with: { classCode: "DEV" } },
  { rule: "element-missing", at: "LinkSet", with: { statusCode: undefined } },
  { rule: "value-malformed", at: "availabilityTime", with: { value: "2019-01-02" } },
  {
    rule: "interval-wrong",
    at: "ObservationStatement",
    with: { effectiveTime: { center: { value: "2019" }, high: { value: "2019" } } },
    foundAt: "effectiveTime",
  },
];
