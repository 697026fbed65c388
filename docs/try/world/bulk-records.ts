/** A new item, as `bulk` takes it. */
export interface BulkItem {
  external_id: string;
  title: string;
  description: string;
  url: string;
  price: number;
}

const things = ["Linen shirt", "Stoneware mug", "Canvas apron", "Straw hat", "Wool scarf", "Oak tray"];

/**
 * Items for a bulk run.
 *
 * @param failing one in so many has a price that the API refuses; 0 for none
 */
export function bulkItems(count: number, failing: number): BulkItem[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, "0");
    const title = `${things[index % things.length]} no. ${index + 1}`;
    const isWrong = failing > 0 && index % failing === failing - 1;
    const url = `https://shop.example/item-${number}`;
    return { external_id: `ITEM-${number}`, title, description: title, url, price: isWrong ? -1 : 10 + (index % 90) };
  });
}
