import type { AdapterContext } from "@gp2gp/core";

/** What stands around a record that is filed, which no record knows. */
export interface FilingEnvelope {
  readonly messageId: string;
  readonly odsCode: string;
}

/** The options by which the adapters of the suppliers' formats are told what stands around the record. */
export function filingOptions({
  messageId,
  odsCode,
}: FilingEnvelope): NonNullable<AdapterContext["options"]> {
  return {
    "emis-open": { originatorSystem: { name: "GP2GP gateway" } },
    "tpp-client-xml": { messageUid: messageId, organisationId: odsCode },
  };
}
