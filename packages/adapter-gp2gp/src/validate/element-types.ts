import type {
  Agent,
  AgentOrganizationSDS,
  AgentPerson,
  AgentRef,
  AgentSDS,
  AnyValue,
  Authorise,
  CD,
  CommunicationFunction,
  CompositionRef,
  CompoundStatement,
  CS,
  Discontinue,
  Dispense,
  ED,
  EhrComposition,
  EhrEmpty,
  EhrExtract,
  EhrExtractMessage,
  EhrExtractSpecification,
  EhrFolder,
  ExternalDocument,
  II,
  INT,
  InterpretationRange,
  IVL_TS,
  LinkSet,
  Material,
  MedicationDosage,
  MedicationRef,
  MedicationStatement,
  NarrativeStatement,
  ObservationStatement,
  Patient,
  PlanStatement,
  PQ,
  Prescribe,
  PriorEhrRequest,
  RegistrationStatement,
  RequestStatement,
  StatementRef,
  TS,
} from "@gp2gp/hl7v3";

/** The elements that rules look at, and what they are. */
export interface ElementTypes {
  /** The message, whatever its element's name. */
  readonly message: EhrExtractMessage;
  readonly communicationFunctionRcv: CommunicationFunction;
  readonly communicationFunctionSnd: CommunicationFunction;
  readonly EhrExtract: EhrExtract;
  readonly patient: Patient;
  readonly agentOrganizationSDS: AgentOrganizationSDS;
  readonly priorEhrRequest: PriorEhrRequest;
  readonly limitingEhrExtractSpecification: EhrExtractSpecification;
  readonly ehrFolder: EhrFolder;
  readonly Agent: Agent;
  readonly AgentSDS: AgentSDS;
  readonly agentPerson: AgentPerson;
  readonly ehrComposition: EhrComposition;
  readonly CompoundStatement: CompoundStatement;
  readonly EhrEmpty: EhrEmpty;
  readonly LinkSet: LinkSet;
  readonly MedicationStatement: MedicationStatement;
  readonly NarrativeStatement: NarrativeStatement;
  readonly ObservationStatement: ObservationStatement;
  readonly PlanStatement: PlanStatement;
  readonly RegistrationStatement: RegistrationStatement;
  readonly RequestStatement: RequestStatement;
  readonly ehrSupplyAuthorise: Authorise;
  readonly ehrSupplyPrescribe: Prescribe;
  readonly ehrSupplyDispense: Dispense;
  readonly ehrSupplyDiscontinue: Discontinue;
  readonly manufacturedMaterial: Material;
  readonly pertinentMedicationDosage: MedicationDosage;
  readonly referenceInterpretationRange: InterpretationRange;
  readonly referredToExternalDocument: ExternalDocument;
  readonly agentRef: AgentRef;
  readonly statementRef: StatementRef;
  readonly namedStatementRef: StatementRef;
  readonly priorStatementRef: StatementRef;
  readonly justifyingStatementRef: StatementRef;
  readonly priorMedicationRef: MedicationRef;
  readonly priorCompositionRef: CompositionRef;
  readonly id: II;
  readonly text: ED;
  readonly value: AnyValue;
  readonly quantity: PQ;
  readonly repeatNumber: INT;
  readonly effectiveTime: IVL_TS;
  readonly availabilityTime: TS;
  readonly statusCode: CS;
  readonly confidentialityCode: CD;
  readonly interpretationCode: CD;
  /** Any element that holds a code of a code system: codes, translations, coded values, names and values of qualifiers. */
  readonly coded: CD;
}

/** The name of an element that rules look at. */
export type ElementName = keyof ElementTypes;

/** The nine statements. */
export const statementNames = [
  "CompoundStatement",
  "EhrEmpty",
  "LinkSet",
  "MedicationStatement",
  "NarrativeStatement",
  "ObservationStatement",
  "PlanStatement",
  "RegistrationStatement",
  "RequestStatement",
] as const satisfies readonly ElementName[];

/** The four supplies. */
export const supplyNames = [
  "ehrSupplyAuthorise",
  "ehrSupplyPrescribe",
  "ehrSupplyDispense",
  "ehrSupplyDiscontinue",
] as const satisfies readonly ElementName[];

/** The four references to statements. */
export const statementRefNames = [
  "statementRef",
  "namedStatementRef",
  "priorStatementRef",
  "justifyingStatementRef",
] as const satisfies readonly ElementName[];
