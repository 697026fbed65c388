const jobPath = /^\/api\/catalog-(item|variant|category)-bulk-(create|update|delete)-jobs$/;

type Kind = "item" | "variant" | "category";
type Action = "create" | "update" | "delete";

const plurals: Readonly<Record<Kind, string>> = { item: "items", variant: "variants", category: "categories" };

/** What the sample catalog has from its jobs. The records to delete do not exist, so that those jobs show an error. */
const records: Readonly<Record<Kind, Readonly<Record<Action, object>>>> = {
  item: {
    create: {
      attributes: {
        external_id: "APRON-1",
        title: "Canvas apron",
        description: "Canvas apron, made to last",
        url: "https://shop.example/apron-1",
        price: 36,
      },
    },
    update: { id: idOf("APRON-1"), attributes: { published: true } },
    delete: { id: idOf("SOLD-1") },
  },
  variant: {
    create: {
      attributes: {
        external_id: "APRON-1-RED",
        title: "Colour RED",
        description: "Colour RED",
        sku: "AP-R",
        inventory_quantity: 5,
        price: 36,
        url: "https://shop.example/apron-1?option=red",
      },
      relationships: { item: { data: { type: "catalog-item", id: idOf("APRON-1") } } },
    },
    update: { id: idOf("APRON-1-RED"), attributes: { inventory_quantity: 4 } },
    delete: { id: idOf("SOLD-1-RED") },
  },
  category: {
    create: { attributes: { external_id: "GIFTS", name: "Gifts" } },
    update: { id: idOf("GIFTS"), attributes: { name: "Gifts" } },
    delete: { id: idOf("SALE") },
  },
};

/** A small job for each family of bulk jobs among the paths, so that every path that names a job has one to name. */
export function sampleJobs(paths: readonly string[]): { path: string; body: object }[] {
  return [...new Set(paths)].flatMap((path) => {
    const [, kind, action] = jobPath.exec(path) ?? [];
    return kind && action ? [{ path, body: bodyOf(kind as Kind, action as Action) }] : [];
  });
}

function bodyOf(kind: Kind, action: Action): object {
  const data = [{ type: `catalog-${kind}`, ...records[kind][action] }];
  return { data: { type: `catalog-${kind}-bulk-${action}-job`, attributes: { [plurals[kind]]: { data } } } };
}

function idOf(externalId: string): string {
  return `$custom:::$default:::${externalId}`;
}
