import type { Json } from "@gp2gp/core";

export const formatId = "emis-open";

/**
 * What the record keeps for EMIS beside an entry. `form`: the element the entry came as, where the
 * section has more than one; `node`: what that element has and the record does not say (WirePatch);
 * `element`: the same for the consultation element around it; `group`: the GroupID of a composite;
 * `listed`: the entry stands in its list, and the consultation refers to it.
 */
export interface EmisData {
  readonly form?: string;
  readonly node?: Json;
  readonly element?: Json;
  readonly group?: string;
  readonly listed?: boolean;
}

interface WithSupplierData {
  readonly supplierData?: Readonly<Record<string, unknown>> | undefined;
}

/** What the record keeps for EMIS; undefined for what did not come from there. */
export function emisDataOf(holder: object): EmisData | undefined {
  const data = (holder as WithSupplierData).supplierData?.[formatId] as Json | undefined;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return undefined;
  const { form, node, element, group, listed } = data;
  return {
    ...(typeof form === "string" && { form }),
    ...(node !== undefined && { node }),
    ...(element !== undefined && { element }),
    ...(typeof group === "string" && { group }),
    ...(typeof listed === "boolean" && { listed }),
  };
}

/** The holder with more of EMIS's data. */
export function withEmisData<Holder extends object>(holder: Holder, more: EmisData): Holder {
  const { supplierData } = holder as WithSupplierData;
  return {
    ...holder,
    supplierData: { ...supplierData, [formatId]: { ...emisDataOf(holder), ...more } },
  };
}
