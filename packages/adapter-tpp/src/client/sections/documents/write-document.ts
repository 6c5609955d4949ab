import type { Document } from "@gp2gp/core";
import { nativeDataOf } from "../../native-data.ts";
import type { WireInput } from "../../wire/wire-types.ts";
import type { ClientWriting } from "../../writing/client-writing.ts";
import { takeText, wholeForm } from "../../writing/form.ts";
import type { Form } from "../../writing/form.ts";
import { isWritable } from "../../writing/taking.ts";
import type { Taking } from "../../writing/taking.ts";
import { partyInWords } from "./letter-party.ts";
import type { LetterParty } from "./letter-party.ts";
import { letterDirections } from "./read-document.ts";
import { tppSystems } from "../../../shared/tpp-systems.ts";

/**
 * A letter where who it is from and to is known in the format's own parts, else an attachment. The
 * format has no place for the bytes: they go beside the record as a file, which it names.
 */
export function writeDocument(
  taking: Taking<Document>,
  writing: ClientWriting,
  fresh: () => Taking<Document>,
): Form | undefined {
  return writeLetter(taking, writing) ?? writeAttachment(fresh(), writing);
}

function writeLetter(taking: Taking<Document>, writing: ClientWriting): Form | undefined {
  const { entry, version } = taking;
  const { letter, blank } = nativeDataOf(entry);
  if (!letter || entry.content.state === "stored") return undefined;
  const direction = [...letterDirections].find(([, kind]) => kind === entry.direction)?.[0];
  if (direction !== undefined) taking.take("direction");
  const recipient = partyFields(letter.recipient, entry.recipient);
  const sender = partyFields(letter.sender, entry.sender);
  if (!recipient || !sender) return undefined;
  taking.take("recipient");
  taking.take("sender");
  const sent = entry.sent?.kind === "point" ? taking.date("date", "sent", "at") : undefined;
  if (sent !== undefined) taking.take("sent", "kind");
  const isBlank = (element: string) => (blank?.includes(element) === true ? "" : undefined);
  const fields: WireInput<"Letter"> = {
    RecipientName: recipient.name,
    RecipientOrganisation: recipient.organisation,
    RecipientAddress: recipient.address,
    SenderName: sender.name,
    SenderOrganisation: sender.organisation,
    SenderAddress: sender.address,
    DocumentUid: uidOf(taking) ?? isBlank("DocumentUid"),
    ...(version === "client-integration" && { DocumentPath: placeOf(taking, writing) }),
    Type: taking.words("type") ?? isBlank("Type"),
    Direction: direction,
    DateSentReceived: sent,
  };
  takeAbsence(taking);
  return wholeForm(taking, "Letter", fields);
}

function writeAttachment(taking: Taking<Document>, writing: ClientWriting): Form | undefined {
  const place = placeOf(taking, writing);
  takeAbsence(taking);
  const uid = uidOf(taking);
  const isFile = taking.entry.content.state === "stored" && taking.version === "client-integration";
  const fields: WireInput<"Attachment"> = {
    DocumentUid: uid,
    ...(isFile ? { DocumentPath: place } : { URL: place }),
  };
  return wholeForm(taking, "Attachment", fields, { text: takeText(taking) });
}

/** Where the bytes are: an address, or the file beside the record that they are written to. */
function placeOf(taking: Taking<Document>, writing: ClientWriting): string | undefined {
  const { content } = taking.entry;
  switch (content.state) {
    case "elsewhere":
      taking.take("content", "state");
      return taking.words("content", "uri");
    case "stored": {
      const file = writing.files.nameOf(content);
      if (file === undefined) return undefined;
      taking.take("content", "state");
      taking.take("content", "sha256");
      taking.take("content", "bytes");
      return file;
    }
    case "absent":
      return undefined;
  }
}

/** A document without bytes or address is read as one that did not come along. */
function takeAbsence(taking: Taking<Document>): void {
  const { content } = taking.entry;
  if (content.state !== "absent" || content.reason !== "not-included") return;
  taking.take("content", "state");
  taking.take("content", "reason");
}

function uidOf(taking: Taking<Document>): string | undefined {
  const [identifier] = taking.entry.identifiers;
  if (identifier?.system !== tppSystems.document || identifier.assigner !== undefined)
    return undefined;
  const uid = taking.words("identifiers", 0, "value");
  if (uid !== undefined) taking.take("identifiers", 0);
  return uid;
}

interface PartyFields {
  readonly name?: WireInput<"LetterPerson">;
  readonly organisation?: string | undefined;
  readonly address: WireInput<"Address">;
}

/** The parts of a party, as long as they still say what the record says in words. */
function partyFields(party: LetterParty, recorded: Document["sender"]): PartyFields | undefined {
  const organisation = recorded?.organisation;
  const words = partyInWords(party, organisation);
  const isSame = (["person", "organisation", "address"] as const).every(
    (key) => words?.[key] === recorded?.[key],
  );
  if (!isSame || (organisation !== undefined && !isWritable(organisation))) return undefined;
  return {
    ...(party.name && { name: party.name }),
    organisation,
    address: { Road: "", Town: "", Postcode: "", ...party.address },
  };
}
