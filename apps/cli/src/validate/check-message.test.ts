import { sourceOfBytes } from "@gp2gp/core";
import { buildEhrRequest, serialiseEhrRequest } from "@gp2gp/hl7v3";
import { writeXml } from "@gp2gp/xml";
import { expect, it } from "vitest";
import { checkMessage } from "./check-message.ts";

const { signal } = new AbortController();

function checked(bytes: Uint8Array) {
  const [part] = sourceOfBytes("request.xml", bytes).parts;
  if (!part) throw new Error("no part");
  return checkMessage(part, signal);
}

async function requestFor(nhsNumber: string): Promise<Uint8Array> {
  const message = buildEhrRequest({
    messageId: "5AA24C9B-4D3C-4F3B-9C0E-1B0B7B2A0C11",
    requestId: "A7C0C1A0-7E2B-4C6C-8F2B-0D8E1B6B9D22",
    creationTime: "20200101120000",
    fromAsid: "200000000115",
    toAsid: "200000000116",
    nhsNumber,
    fromOdsCode: "A82001",
    toOdsCode: "A82002",
  });
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXml(serialiseEhrRequest(message))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it("finds what is wrong with a request, and where", async () => {
  expect(await checked(await requestFor("9990000018"))).toEqual({
    interaction: "RCMR_IN010000UK05",
    issues: [],
  });
  const wrong = await checked(await requestFor("9990000019"));
  expect(wrong?.issues).toMatchObject([
    { code: "check-digit-wrong", severity: "warning", source: { part: "request.xml" } },
  ]);
});

it("says of an acknowledgement that it says nothing", async () => {
  const bare = `<MCCI_IN010000UK13 xmlns="urn:hl7-org:v3"/>`;
  const check = await checked(new TextEncoder().encode(bare));
  expect(check?.interaction).toBe("MCCI_IN010000UK13");
  expect(check?.issues.map(({ code }) => code)).toContain("outcome-unknown");
});

it("leaves everything else alone", async () => {
  for (const text of ["<other/>", "<broken", "words"])
    expect(await checked(new TextEncoder().encode(text))).toBeUndefined();
});
