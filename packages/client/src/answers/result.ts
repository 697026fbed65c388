import type { ApiError } from "./api-error.ts";

/** What a call resolves to: exactly one of `data` and `error`, and the response either way. */
export type Result<Data> =
  | { data: Data; error?: undefined; response: Response }
  | { data?: undefined; error: ApiError; response: Response };
