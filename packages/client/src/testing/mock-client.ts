import { createMock, type Mock, type MockOptions } from "@org/mock";
import type { ClientOptions } from "../client/client-options.ts";
import { type Client, createClient } from "../generated/2026-07-15.ts";

/** A client of the current revision in front of the mock, with a small catalog. */
export async function mockClient(
  options: ClientOptions = {},
  mockOptions: MockOptions = {},
): Promise<{ klaviyo: Client; mock: Mock }> {
  const mock = createMock({ limits: false, pace: { queued: 5, processing: 20 }, ...mockOptions });
  const product = { description: "", url: "https://shop.example" };
  await mock.state.load({
    categories: [{ external_id: "C1", name: "Shirts" }],
    items: Array.from({ length: 7 }, (_, index) => {
      return { ...product, external_id: `I${index}`, title: `Item ${index}`, categories: ["C1"] };
    }),
    variants: [
      { ...product, external_id: "V1", title: "Small", sku: "S", inventory_quantity: 1, price: 1, item: "I0" },
      { ...product, external_id: "V2", title: "Large", sku: "L", inventory_quantity: 1, price: 1, item: "I0" },
    ],
  });
  return { klaviyo: createClient({ apiKey: "pk_test", fetch: mock.fetch, ...options }), mock };
}
