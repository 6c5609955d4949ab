import type { Content, Document } from "@gp2gp/core";
import { nativeOf, readAs } from "../../reading/item-start.ts";
import type { ItemReading, ItemStart, ReadItem } from "../../reading/item-start.ts";
import type { WireNode } from "../../wire/wire-node.ts";
import { addressElements } from "../read-address.ts";
import { nameElements, partyInWords } from "./letter-party.ts";
import type { LetterParty } from "./letter-party.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/** The directions of a letter, in the words of the format. */
export const letterDirections = new Map([
  ["Incoming", "incoming"],
  ["Outgoing", "outgoing"],
  ["Other", "other"],
] as const);

const about: Pick<ItemReading, "standIns"> = { standIns: { "content/state": ["content"] } };

/** A letter. Its document is fetched apart from the record, so that its bytes never stand in it. */
export const readLetter: ReadItem<"Letter"> = (node, start) => {
  const recipient = partyOf(node.node("RecipientName"), node.node("RecipientAddress"));
  const recipientWords = partyInWords(recipient, node.text("RecipientOrganisation"));
  const sender = partyOf(node.node("SenderName"), node.node("SenderAddress"));
  const senderWords = partyInWords(sender, node.text("SenderOrganisation"));
  const type = node.text("Type");
  const listed = node.listed("Direction");
  const direction = [...letterDirections].find(([word]) => word === listed)?.[1];
  const sent = node.text("DateSentReceived");
  const entry: Document = {
    ...documentOf(start, node.text("DocumentUid"), node.text("DocumentPath")),
    ...(type !== undefined && { type }),
    ...(direction && { direction }),
    ...(sent !== undefined && { sent: { kind: "point", at: sent } as const }),
    ...(senderWords && { sender: senderWords }),
    ...(recipientWords && { recipient: recipientWords }),
    ...nativeOf(node, start, { letter: { sender, recipient } }),
  };
  return readAs("documents", entry, about);
};

/** A file or address attached to an event. */
export const readAttachment: ReadItem<"Attachment"> = (node, start) => {
  const url = node.text("URL");
  const uri = url ?? node.text("DocumentPath");
  const entry: Document = {
    ...documentOf(start, node.text("DocumentUid"), uri),
    ...nativeOf(node, start),
  };
  return readAs("documents", entry, about);
};

function documentOf(
  { shape, dated, texts }: ItemStart,
  uid: string | undefined,
  uri: string | undefined,
): Document {
  const content: Content =
    uri === undefined ? { state: "absent", reason: "not-included" } : { state: "elsewhere", uri };
  return {
    ...shape,
    ...dated,
    texts,
    ...(uid !== undefined && { identifiers: [{ system: tppSystems.document, value: uid }] }),
    content,
  };
}

function partyOf(
  name: WireNode<"LetterPerson"> | undefined,
  address: WireNode<"Address"> | undefined,
): { name?: Record<string, string>; address: Record<string, string> } & LetterParty {
  const names = nameElements.flatMap((element) => {
    const words = name?.text(element);
    return words === undefined ? [] : [[element, words]];
  });
  const lines = addressElements.flatMap(([, element]) => {
    const words = address?.text(element);
    return words === undefined ? [] : [[element, words]];
  });
  return {
    ...(names.length > 0 && { name: Object.fromEntries(names) as Record<string, string> }),
    address: Object.fromEntries(lines) as Record<string, string>,
  };
}
