/** A category of a shop. */
export interface ShopCategory {
  external_id: string;
  name: string;
}

/** Creates categories until the time is up; tells how many were done. */
export type Pusher = (baseUrl: string, categories: Iterable<ShopCategory>, signal: AbortSignal) => Promise<number>;
