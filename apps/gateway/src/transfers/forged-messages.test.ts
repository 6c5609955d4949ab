import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bytesOf, withCheckDigit } from "@gp2gp/core";
import type { Interaction } from "@gp2gp/transport";
import { TransportError } from "@gp2gp/transport";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openParts } from "../carrier/message-parts.ts";
import { openGatewayParts } from "../testing/open-gateway-parts.ts";
import type { GatewayParts } from "../testing/open-gateway-parts.ts";
import { loadMessage } from "./load-message.ts";
import { receiveMessage } from "./receive-message.ts";
import { startTransfer } from "./start-transfer.ts";

const sample = fileURLToPath(
  new URL("../../samples/riverside-emis/thomas-ferndale.xml", import.meta.url),
);
const thomas = withCheckDigit("999000202") ?? "";
const other = withCheckDigit("999000303") ?? "";
const newMessageId = () => randomUUID().toUpperCase();

describe("messages that are not what they should be", () => {
  let parts: GatewayParts;
  let inbox = "";
  let outbox = "";
  /** The request and the extract of a transfer that went well. */
  const good = { conversationId: "", request: "", extract: "" };

  beforeAll(async () => {
    parts = await openGatewayParts();
    const { db } = parts.context;
    for (const [ods_code, supplier, format] of [
      ["Z99901", "emis", "emis-open"],
      ["Z99902", "tpp", "tpp-client-xml"],
      ["Z99903", "tpp", "tpp-client-xml"],
    ] as const) {
      const box = (name: string) => join(parts.folder, ods_code, name);
      for (const name of ["inbox", "outbox"]) await mkdir(box(name), { recursive: true });
      await db
        .insertInto("practices")
        .values({
          ods_code,
          name: ods_code,
          asid: null,
          supplier,
          format,
          inbox: box("inbox"),
          outbox: box("outbox"),
        })
        .execute();
    }
    inbox = join(parts.folder, "Z99902", "inbox");
    outbox = join(parts.folder, "Z99901", "outbox");
    for (const nhs_number of [thomas, other])
      await db
        .insertInto("patients")
        .values({
          id: randomUUID(),
          nhs_number,
          demographics: JSON.stringify({
            identifiers: [],
            names: [{ given: ["Thomas"], family: ["Ferndale"] }],
            birthDate: "2015-08-22",
            sex: "male",
          }),
          current_practice: "Z99902",
          previous_practice: "Z99901",
        })
        .execute();
    await writeFile(join(outbox, "thomas.xml"), await readFile(sample));
    good.conversationId = await begin();
    await vi.waitFor(
      async () => expect(await statusOf(good.conversationId)).toBe("completed"),
      20_000,
    );
    const messages = await db
      .selectFrom("messages")
      .select(["id", "interaction"])
      .where("direction", "=", "in")
      .execute();
    for (const { id, interaction } of messages) {
      const message = await loadMessage(parts.context, id, "in");
      const text = Buffer.from(await bytesOf(message.parts[0])).toString();
      if (interaction === "RCMR_IN010000UK05") good.request = text;
      if (interaction === "RCMR_IN030000UK06") good.extract = text;
    }
    // From here on the sending practice has no export: its own side refuses every request.
    await rm(join(outbox, "thomas.xml"));
  });

  afterAll(() => parts.close());

  async function begin(): Promise<string> {
    const asked = { nhsNumber: thomas, requestingPractice: "Z99902" };
    const started = await startTransfer(parts.context, asked);
    if (started.outcome !== "started") throw new Error("no transfer was started");
    return started.id;
  }

  async function statusOf(id: string) {
    const row = await parts.context.db
      .selectFrom("transfers")
      .select(["status"])
      .where("id", "=", id)
      .executeTakeFirst();
    return row?.status;
  }

  async function stateOf(id: string, role: "requester" | "sender") {
    const row = await parts.context.db
      .selectFrom("conversations")
      .select("state")
      .where("id", "=", id)
      .where("role", "=", role)
      .executeTakeFirst();
    return row?.state;
  }

  async function send(
    text: string,
    about: { conversationId: string; interaction: Interaction; from?: string; to?: string },
  ): Promise<string> {
    const { content, transport } = parts.context;
    const bytes = Buffer.from(text);
    async function* once() {
      yield bytes;
    }
    const stored = await content.put(once(), {});
    const messageId = newMessageId();
    const { sha256 } = stored;
    const part = { name: "m.xml", mediaType: "application/xml", sha256, bytes: stored.bytes };
    await transport.send({
      from: "Z99901",
      to: "Z99902",
      ...about,
      messageId,
      parts: openParts([part], content),
    });
    return messageId;
  }

  /** A transfer whose request the sending side has refused, so that it still waits for any extract. */
  async function waiting(): Promise<{ id: string; extract: string }> {
    const id = await begin();
    await expect.poll(() => statusOf(id), { timeout: 10_000 }).toBe("failed");
    const own = await parts.context.db
      .selectFrom("messages")
      .select("id")
      .where("conversation_id", "=", id)
      .where("interaction", "=", "RCMR_IN010000UK05")
      .where("direction", "=", "out")
      .executeTakeFirstOrThrow();
    const request = await loadMessage(parts.context, own.id, "out");
    const text = Buffer.from(await bytesOf(request.parts[0])).toString();
    const idOf = (message: string) => /<EhrRequest[^>]*>\s*<id root="([^"]+)"/.exec(message)?.[1];
    return {
      id,
      extract: good.extract.replaceAll(idOf(good.request) ?? "?", idOf(text) ?? "?"),
    };
  }

  async function expectRefused(id: string, code: number): Promise<void> {
    await expect
      .poll(() => stateOf(id, "requester"), { timeout: 10_000 })
      .toMatchObject({ phase: "failed", failure: { by: "requester", code } });
    expect(await readdir(inbox)).not.toContain(id);
  }

  const interaction = "RCMR_IN030000UK06" as const;

  it("a late extract that is right is filed after all", async () => {
    const { id, extract } = await waiting();
    await send(extract, { conversationId: id, interaction });
    await expect.poll(() => statusOf(id), { timeout: 10_000 }).toBe("completed");
    expect(await readdir(inbox)).toContain(id);
  });

  it("an extract of another patient is refused with 28, and nothing is filed", async () => {
    const { id, extract } = await waiting();
    await send(extract.replaceAll(thomas, other), { conversationId: id, interaction });
    await expectRefused(id, 28);
  });

  it("an extract that answers another request is refused with 09", async () => {
    const { id } = await waiting();
    await send(good.extract, { conversationId: id, interaction });
    await expectRefused(id, 9);
  });

  it("an extract from a practice that was not asked is refused with 09", async () => {
    const { id, extract } = await waiting();
    await send(extract, { conversationId: id, interaction, from: "Z99903" });
    await expectRefused(id, 9);
  });

  it("an extract addressed to another practice inside is refused with 09", async () => {
    const { id, extract } = await waiting();
    await send(extract.replaceAll("Z99902", "Z99903"), { conversationId: id, interaction });
    await expectRefused(id, 9);
  });

  it.each([
    ["cut short", (text: string) => text.slice(0, text.length / 2)],
    ["something else", () => "<html><body>not found</body></html>"],
    ["empty", () => " "],
  ])("an extract that is %s is refused with 21", async (_, damage) => {
    const { id, extract } = await waiting();
    await send(damage(extract), { conversationId: id, interaction });
    await expectRefused(id, 21);
  });

  it("a second extract of a finished transfer is a copy, and changes nothing", async () => {
    const { conversationId: id } = good;
    const before = await readdir(join(inbox, id));
    const messageId = await send(good.extract, { conversationId: id, interaction });
    await expect
      .poll(() => stateOf(id, "requester"), { timeout: 10_000 })
      .toMatchObject({ phase: "completed", answered: expect.arrayContaining([messageId]) });
    expect(await readdir(join(inbox, id))).toEqual(before);
  });

  it("an extract nobody asked for is refused with 09", async () => {
    const conversationId = newMessageId();
    const messageId = await send(good.extract, { conversationId, interaction });
    await expect
      .poll(() => stateOf(conversationId, "requester"), { timeout: 10_000 })
      .toMatchObject({ phase: "new", answered: [messageId] });
    expect(await readdir(inbox)).not.toContain(conversationId);
  });

  it.each([
    [
      "by a practice that is not the patient's",
      (text: string) => text.replaceAll("Z99902", "Z99903"),
      "Z99903",
      19,
    ],
    [
      "for a patient nobody knows",
      (text: string) => text.replaceAll(thomas, withCheckDigit("999000404") ?? ""),
      "Z99902",
      6,
    ],
    [
      "with a wrong check digit",
      (text: string) =>
        text.replaceAll(thomas, `${thomas.slice(0, 9)}${(Number(thomas[9]) + 1) % 10}`),
      "Z99902",
      18,
    ],
    ["that says another practice than its envelope", (text: string) => text, "Z99903", 18],
    ["that is no XML", () => "GIVE ME THE RECORD", "Z99902", 18],
  ])("a request %s is refused", async (_, forge, from, code) => {
    const conversationId = newMessageId();
    await writeFile(join(outbox, "thomas.xml"), await readFile(sample));
    await send(forge(good.request), {
      conversationId,
      interaction: "RCMR_IN010000UK05",
      from,
      to: "Z99901",
    });
    await expect
      .poll(() => stateOf(conversationId, "sender"), { timeout: 10_000 })
      .toMatchObject({ phase: "failed", failure: { by: "sender", code } });
    await rm(join(outbox, "thomas.xml"));
  });

  it("an acknowledgement that cannot be read is never a positive one", async () => {
    const { id } = await waiting();
    for (const text of ["", "<MCCI_IN010000UK13 xmlns='urn:hl7-org:v3'/>", "x".repeat(1_500_000)])
      await send(text || " ", { conversationId: id, interaction: "MCCI_IN010000UK13" });
    await expect
      .poll(
        async () => {
          const events = await parts.context.db
            .selectFrom("conversation_events")
            .select("detail")
            .where("conversation_id", "=", id)
            .where("type", "=", "acknowledgement-received")
            .execute();
          return events.filter(({ detail }) => detail["ignored"] === "unpaired").length;
        },
        { timeout: 10_000 },
      )
      .toBe(3);
    expect(await statusOf(id)).toBe("failed");
  });

  it("a message for a practice nobody knows is not taken", async () => {
    const message = {
      conversationId: newMessageId(),
      messageId: newMessageId(),
      interaction,
      from: "Z99901",
      to: "Z99999",
      parts: openParts(
        [{ name: "m.xml", mediaType: "application/xml", sha256: "0".repeat(64), bytes: 0 }],
        parts.context.content,
      ),
    };
    await expect(receiveMessage(parts.context, message)).rejects.toSatisfy(
      TransportError.isInstance,
    );
  });
});
