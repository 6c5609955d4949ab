import type { Document } from "@gp2gp/core";
import { guidOfId, isGuidId } from "../../../shared/guid.ts";
import { attachmentFields } from "../../wire/coded-item-types.ts";
import type { WireAttachment } from "../../wire/coded-item-types.ts";
import type { EntryWork } from "../../writing/entry-work.ts";
import type { Writing } from "../../writing/writing.ts";
import { writeCodedItem } from "../coded-items/write-coded-item.ts";
import { documentStoreSystem, fileNameOf } from "./read-document.ts";

/** A document as an attachment, its bytes in it where they are stored. */
export function writeDocument(work: EntryWork<"documents">, writing: Writing): WireAttachment {
  const { entry, facts } = work;
  const item = writeCodedItem(work, { kind: "record-entry", writing });
  const store = entry.identifiers.findIndex(({ system }) => system === documentStoreSystem);
  const held = store === 0 ? entry.identifiers[0]?.value : undefined;
  if (held !== undefined) facts.take("identifiers", 0);
  if (entry.title !== undefined) facts.take("title");
  const version = entry.version !== undefined && /^[+-]?\d+$/.test(entry.version);
  if (version) facts.take("version");
  const content = writeContent(work, writing);
  const own = {
    Title: entry.title,
    Version: version ? entry.version : undefined,
    DDSIdentifier: held !== undefined && isGuidId(held) ? guidOfId(held) : held,
    ...content,
  };
  const wire: WireAttachment = { ...item.wire, ...own, DescriptiveText: item.text() };
  return writing.finish(attachmentFields, wire, work);
}

/** Address names the file, and is mandatory; content that is elsewhere has nothing but its address. */
function writeContent(
  { entry, facts, pointer }: EntryWork<"documents">,
  writing: Writing,
): Pick<WireAttachment, "Address" | "AttachmentData"> {
  const { content } = entry;
  const named = content.name !== undefined && fileNameOf(content.name) === content.name;
  if (named) facts.take("content", "name");
  const Address = content.name ?? "";
  switch (content.state) {
    case "stored": {
      for (const member of ["state", "sha256", "bytes"]) facts.take("content", member);
      return { Address, AttachmentData: { stored: storedOf(content) } };
    }
    case "absent":
      facts.take("content", "state");
      if (content.reason === "not-included") facts.take("content", "reason");
      writing.report("content-absent", { record: pointer });
      return { Address };
    case "elsewhere":
      writing.report("content-absent", { record: pointer });
      return { Address };
  }
}

function storedOf({ state, sha256, bytes }: Extract<Document["content"], { state: "stored" }>) {
  return { state, sha256, bytes } as const;
}
