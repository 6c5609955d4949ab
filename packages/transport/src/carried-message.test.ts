import { describe, expect, it } from "vitest";
import { messageEnvelopeSchema } from "./carried-message.ts";
import { TransportError } from "./transport-error.ts";

const envelope = {
  conversationId: "11111111-1111-4111-8111-11111111111A",
  messageId: "22222222-2222-4222-8222-22222222222B",
  interaction: "RCMR_IN010000UK05",
  from: "Z99001",
  to: "Z99002",
};

describe("a message's outside", () => {
  it("has ids in upper case, a known interaction and ODS codes", () => {
    expect(messageEnvelopeSchema.parse(envelope)).toEqual(envelope);
    for (const wrong of [
      { conversationId: envelope.conversationId.toLowerCase() },
      { messageId: "1" },
      { interaction: "RCMR_IN010000UK99" },
      { to: "a practice" },
      { nhsNumber: "9990000018" },
    ])
      expect(messageEnvelopeSchema.safeParse({ ...envelope, ...wrong }).success).toBe(false);
  });
});

describe("TransportError", () => {
  it("says whether trying again can help", () => {
    expect(new TransportError("unavailable").isTemporary).toBe(true);
    expect(new TransportError("route-unknown").isTemporary).toBe(false);
    expect(TransportError.isInstance(new TransportError("route-unknown"))).toBe(true);
    expect(TransportError.isInstance(new Error("no"))).toBe(false);
  });
});
