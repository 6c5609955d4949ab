import type { EntryId } from "@gp2gp/core";
import type { WireIdent } from "../wire/ident-types.ts";
import { idOfGuid } from "../../shared/guid.ts";

/**
 * Entries of one kind by the keys a reference may use. The GUID is asked first, then RefID, the key
 * within a message, then DBID: real messages repeat a RefID with another GUID.
 */
export class Directory {
  readonly #ids = new Map<string, EntryId>();

  add(ident: WireIdent, id: EntryId): void {
    for (const key of keysOf(ident)) if (!this.#ids.has(key)) this.#ids.set(key, id);
  }

  find(ident: WireIdent): EntryId | undefined {
    for (const key of keysOf(ident)) {
      const id = this.#ids.get(key);
      if (id !== undefined) return id;
    }
    return undefined;
  }
}

function keysOf({ GUID, RefID, DBID }: WireIdent): string[] {
  const guid = idOfGuid(GUID);
  return [
    ...(guid === undefined ? [] : [`guid ${guid}`]),
    ...(RefID === undefined || RefID === "" ? [] : [`ref ${RefID}`]),
    ...(DBID === undefined || DBID === "" ? [] : [`db ${DBID}`]),
  ];
}
