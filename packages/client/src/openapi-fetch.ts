// The only file that knows openapi-fetch, which is frozen upstream: URLs, headers and the kind of middleware are its.
// Its createClient is left out: it would be a third of the whole client, for serializers that this API has no use for.
export { createFinalURL, type Middleware, mergeHeaders } from "openapi-fetch";
