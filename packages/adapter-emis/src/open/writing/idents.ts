import type { AdapterContext, EntryId, Json } from "@gp2gp/core";
import { guidOfId, isGuidId } from "../../shared/guid.ts";
import { emisDataOf, formatId } from "../emis-data.ts";
import type { WireIdent } from "../wire/ident-types.ts";
import type { RecordIndex } from "./record-index.ts";

/** The idents of entries: those they came with, else a GUID of their id and the next free number. */
export class Idents {
  readonly #idents = new Map<EntryId, WireIdent>();
  readonly #context: Pick<AdapterContext, "newId">;

  constructor(
    index: RecordIndex,
    { context, known }: { context: AdapterContext; known?: ReadonlyMap<EntryId, WireIdent> },
  ) {
    this.#context = context;
    const used = new Set<string>();
    const fresh: EntryId[] = [];
    const note = (id: EntryId, holder: object): void => {
      if (this.#idents.has(id)) return;
      const ident = known?.get(id) ?? sourceIdent(id, holder);
      if (!ident) {
        fresh.push(id);
        return;
      }
      this.#idents.set(id, ident);
      if (ident.RefID !== undefined) used.add(ident.RefID);
    };
    for (const { section, entry } of index.all()) {
      note(entry.id, entry);
      if (section !== "observations" || !("components" in entry)) continue;
      for (const component of entry.components ?? []) note(component.id, component);
    }
    let next = 1;
    for (const id of fresh) {
      while (used.has(String(next))) next++;
      this.#idents.set(id, { RefID: String(next++), GUID: this.#guidOf(id) });
    }
  }

  /** How an entry is referred to. */
  of(id: EntryId): WireIdent {
    return this.#idents.get(id) ?? { GUID: this.#guidOf(id) };
  }

  #guidOf(id: EntryId): string {
    return guidOfId(isGuidId(id) ? id : this.#context.newId(`${formatId}:${id}`));
  }
}

/** The ident an entry came with from EMIS. */
function sourceIdent(id: EntryId, holder: object): WireIdent | undefined {
  const data = emisDataOf(holder);
  if (!data) return undefined;
  const patch: Readonly<Record<string, Json>> =
    typeof data.node === "object" && data.node !== null && !Array.isArray(data.node)
      ? data.node
      : {};
  const guid = leafOf(patch["GUID"], guidOfId(id));
  const refId = leafOf(patch["RefID"], undefined);
  const dbId = leafOf(patch["DBID"], undefined);
  return {
    ...(dbId !== undefined && { DBID: dbId }),
    ...(refId !== undefined && { RefID: refId }),
    ...(guid !== undefined && { GUID: guid }),
  };
}

function leafOf(change: Json | undefined, written: string | undefined): string | undefined {
  if (change === undefined) return written;
  if (typeof change === "string") return change;
  const is = Array.isArray(change) ? change[1] : undefined;
  return typeof is === "string" ? is : undefined;
}
