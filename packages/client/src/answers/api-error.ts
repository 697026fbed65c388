import { joined } from "../basics/joined.ts";
import { retryAfter } from "../basics/retry-after.ts";

/** One error of an answer, as JSON:API and the document name its parts. */
export interface ApiErrorItem {
  id?: string;
  /** Machine-readable, such as `not_found` or `throttled`. */
  code?: string;
  title?: string;
  detail?: string;
  /** Where in the request the fault is: a JSON pointer into the body, or a query parameter. */
  source?: { pointer?: string; parameter?: string };
  status?: number | string;
  links?: Record<string, unknown>;
  meta?: Record<string, unknown>;
}

/** What an {@link ApiError} is made from. */
export interface ApiErrorOptions {
  /** The body as text, or as parsed JSON. */
  body?: unknown;
  method: string;
  /** With its parameters, without the query: that may be private. */
  path: string;
  operation?: string | undefined;
  /** Said instead of what the body says. */
  reason?: string | undefined;
  /** Cuts credentials out of what the error keeps of the answer; the body comes without them. @default nothing is cut */
  redact?: ((text: string) => string) | undefined;
}

/**
 * An answer that is not what was asked for: any status but 2xx, or a 2xx whose body is not the document it should be.
 * It holds no credentials, and neither do its message and stack.
 *
 * @example
 * ```ts
 * import { createClient, isApiError, unwrap } from "@org/client";
 *
 * const klaviyo = createClient({ apiKey: "pk_…" });
 * try {
 *   await unwrap(klaviyo.GET("/api/catalog-items"));
 * } catch (error) {
 *   if (isApiError(error) && error.status === 404) console.log(error.errors[0]?.detail, error.requestId);
 *   else throw error;
 * }
 * ```
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  declare readonly status: number;
  /** The body's JSON:API errors; empty when the body holds none, as an HTML page of a proxy. */
  declare readonly errors: readonly ApiErrorItem[];
  /** Method and path, as `GET /api/catalog-items/{id}`. */
  declare readonly operation: string | undefined;
  /** What Klaviyo's support asks for. */
  declare readonly requestId: string | undefined;
  /** Seconds until another attempt makes sense, when the API says so. */
  declare readonly retryAfter: number | undefined;
  /** The answer as it came; its body can be read again. */
  declare readonly response: Response;

  constructor(response: Response, options: ApiErrorOptions) {
    const { body, method, path, operation, reason = reasonOf(response, body), redact = (text) => text } = options;
    const { status, statusText, headers } = response;
    const errors = errorsOf(body);
    // HTTP/2 has no status text
    const words = joined(" ", status, statusText || text(errors[0]?.title));
    super(redact(`${words}: ${method} ${path} — ${reason}`));
    const requestId = headers.get("x-request-id") ?? text(errors[0]?.id);
    const wait = retryAfter(headers);
    Object.assign(this, {
      status,
      errors,
      operation,
      requestId: requestId && redact(requestId),
      retryAfter: wait && wait / 1000,
    });
    // not enumerable: logs that print an error's properties need no headers
    Object.defineProperty(this, "response", { value: response });
  }

  /** What a structured log should keep. */
  toJSON(): Pick<ApiError, "name" | "message" | "status" | "errors" | "operation" | "requestId" | "retryAfter"> {
    return { ...this, message: this.message };
  }
}

/** Whether a caught value is an {@link ApiError}, also one of another copy of this package. */
export function isApiError(value: unknown): value is ApiError {
  return value instanceof Error && value.name === "ApiError" && "errors" in value;
}

function errorsOf(body: unknown): ApiErrorItem[] {
  const { errors } = Object(body) as { errors?: ApiErrorItem[] };
  return [errors].flat().filter((error) => error instanceof Object);
}

/** A server may send anything where the document says a string. */
function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function reasonOf({ status, headers, type }: Response, body: unknown): string {
  const [first, ...more] = errorsOf(body);
  if (first) {
    const reason = joined(": ", text(first.code), text(first.detail) ?? text(first.title));
    return more.length ? `${reason} (and ${more.length} more)` : reason;
  }
  const location = headers.get("location");
  if ((status >= 300 && status < 400 && location !== null) || type === "opaqueredirect") {
    // A query may be private, and so is a password.
    const [path = ""] = location?.split(/[?#]/) ?? [];
    const named = path.replace(/^([a-z][a-z\d+.-]*:[/\\]*|[/\\]{2,})[^/\\]*@/i, "$1") || "its own path";
    const target = location === null ? "somewhere that the browser does not tell" : named;
    return `redirected to ${target}: only a GET is followed, at most 20 times, and only within the origin of baseUrl`;
  }
  if (!body) return "no body";
  return `no list of errors: ${JSON.stringify(body).slice(0, 80)}`;
}
