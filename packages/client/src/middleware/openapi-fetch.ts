// The only file that knows openapi-fetch, which is frozen upstream. The kind of middleware is its; its runtime is left
// out: it would be a third of the whole client, for serializers that this API has no use for. Tests run it beside ours.
export type { Middleware } from "openapi-fetch";
