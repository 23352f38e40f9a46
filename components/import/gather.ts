/** Hands over what is added in groups, each `intervalMs` after its first, so that 500 answers are not 500 drawings. */
export function gather<Item>(intervalMs: number, onGathered: (items: Item[]) => void): (item: Item) => void {
  let items: Item[] = [];
  return (item) => {
    items.push(item);
    if (items.length > 1) return;
    setTimeout(() => {
      const gathered = items;
      items = [];
      onGathered(gathered);
    }, intervalMs);
  };
}
