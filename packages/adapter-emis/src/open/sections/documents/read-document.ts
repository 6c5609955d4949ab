import type { CarriedText, Content, EntryId } from "@gp2gp/core";
import { emisSystems } from "../../../shared/emis-systems.ts";
import { idOfGuid } from "../../../shared/guid.ts";
import { carries } from "../../reading/restored.ts";
import type { Place, Reading } from "../../reading/reading.ts";
import type { WireAttachment } from "../../wire/coded-item-types.ts";
import { addCodedItem } from "../coded-items/add-coded-item.ts";
import { readCodedItem, withQualifiers } from "../coded-items/read-coded-item.ts";

/** Identifier of a document in EMIS's document store. */
export const documentStoreSystem = emisSystems.documentStore;

/** An attachment. Its bytes are often not in the record: that is reported, and the document kept. */
export function readDocument(wire: WireAttachment, place: Place, reading: Reading): EntryId {
  const item = readCodedItem(wire, { kind: "attachment", place, reading });
  const title = wire.Title ?? "";
  const version = wire.Version ?? "";
  const store = wire.DDSIdentifier ?? "";
  return addCodedItem("documents", item, {
    facts: {
      ...withQualifiers(item.base.concept, item.qualifiers),
      identifiers:
        store === "" ? [] : [{ system: documentStoreSystem, value: idOfGuid(store) ?? store }],
      content: contentOf(wire, item.carried, reading),
      ...(title !== "" && { title }),
      ...(version !== "" && { version }),
    },
    about: { wire, form: "Attachment", reading },
  });
}

function contentOf(wire: WireAttachment, carried: CarriedText, reading: Reading): Content | object {
  const name = fileNameOf(wire.Address);
  const about = name === undefined ? {} : { name };
  if (carries(carried, "content", "state")) return about;
  const data = wire.AttachmentData;
  if (data && "stored" in data) {
    const { sha256, bytes } = data.stored;
    return { state: "stored", sha256, bytes, ...about };
  }
  if (data) {
    reading.report("content-damaged", wire);
    return { state: "absent", reason: "damaged", ...about };
  }
  reading.report("content-absent", wire);
  return { state: "absent", reason: "not-included", ...about };
}

/** The last step of a path of either kind. */
export function fileNameOf(address: string | undefined): string | undefined {
  const name = address?.split(/[\\/]/).at(-1)?.trim() ?? "";
  return name === "" ? undefined : name;
}
