import type { AnyEntry } from "@gp2gp/core";
import type { Item } from "./item.ts";

/** An item and its number among those of its name in its event. */
export interface NumberedItem {
  readonly item: Item;
  readonly number: number;
}

/** Items with their numbers among those of their name. */
export function numberItems(items: readonly Item[]): readonly NumberedItem[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const number = (counts.get(item.form.name) ?? 0) + 1;
    counts.set(item.form.name, number);
    return { item, number };
  });
}

/** The order the entries of a consultation stood in, where the items do not stand in it, or not all here. */
export function orderList(
  numbered: readonly NumberedItem[],
  order: readonly AnyEntry[],
): readonly (string | undefined)[] | undefined {
  const names = new Map(
    numbered.flatMap(({ item, number }) =>
      item.componentOf === undefined && item.section !== "problems"
        ? [[item.entry.id, `${item.form.name} ${number}`]]
        : [],
    ),
  );
  const listed = order.map(({ id }) => names.get(id));
  const standing = [...names.values()];
  const isAsListed =
    listed.length === standing.length && listed.every((name, index) => name === standing[index]);
  return isAsListed ? undefined : listed;
}
