/** A place of the target for one item of a list. */
export interface Slot<Item, Name extends string> {
  readonly name: Name;
  readonly fits: (item: Item) => boolean;
}

export interface Filled<Item> {
  readonly item: Item;
  readonly index: number;
}

/**
 * Gives each slot an item. Slots stand in the order in which reading gives the items back, the most
 * important first; an item that would come back in another order than the record has it gets none.
 */
export function chooseSlots<Item, Name extends string>(
  items: readonly Item[],
  slots: readonly Slot<Item, Name>[],
): { readonly [Slot in Name]?: Filled<Item> } {
  const filled: { [Slot in Name]?: Filled<Item> } = {};
  const places: { rank: number; index: number }[] = [];
  for (const [rank, { name, fits }] of slots.entries()) {
    const index = items.findIndex((item, at) => {
      const inOrder = places.every((place) => place.rank < rank === place.index < at);
      return inOrder && places.every((place) => place.index !== at) && fits(item);
    });
    const item = items[index];
    if (item === undefined) continue;
    filled[name] = { item, index };
    places.push({ rank, index });
  }
  return filled;
}
