import { type TimeLimit, timeLimit } from "../basics/time-limit.ts";

/** A secret, or a function that gets a fresh one. */
type Secret = string | (() => string | Promise<string>);

/** How to authenticate: one of the two, or neither where a proxy at an own `baseUrl` adds it. */
export interface CredentialsOptions {
  /**
   * A private API key, `pk_…`, or a function that gets it. The function is called before the first call and again, once
   * for all calls that wait, when the API answers 401.
   */
  apiKey?: Secret | undefined;
  /** An OAuth access token, or a function that gets a fresh one; it is called as that of `apiKey`. */
  accessToken?: Secret | undefined;
}

/** The value of `Authorization`, and which renewal it comes from. */
export type Authorization = string | Promise<string>;

/** A source of `Authorization` headers. */
export interface Credentials {
  /** Whether a function gets them, so that there is another value to be had after one was refused. */
  readonly renewable: boolean;
  /**
   * The header's value: a string where there can be no other, or the promise of the token that is current. `undefined`
   * without credentials.
   */
  current(): Authorization | undefined;
  /** A newer value than the one that was refused; all who were refused with the same one get the same new one. */
  renewed(refused: Promise<string>): Promise<string>;
  /**
   * Waits for a value within a limit. One that is still on its way when its last caller gives up, or when a caller's time
   * is up, is given up itself: later calls ask again.
   */
  arrival(value: Promise<string>, limit: TimeLimit): Promise<string>;
  /** Takes note of an `Authorization` that is sent instead, so that it is redacted, too. */
  note(authorization: string): void;
  /** Replaces every secret that was handed out or noted, and that of the call's own `authorization`. */
  redact(text: string, authorization?: string): string;
}

/** Tokens that are remembered, so that they can be cut out of late answers. */
const remembered = 16;

/**
 * Checks the options of a client and makes its source of credentials.
 *
 * @throws {TypeError} when both have a value, or neither has and credentials are `required` or one is empty
 */
export function credentials({ apiKey, accessToken }: CredentialsOptions, required = true): Credentials {
  if (apiKey && accessToken) throw new TypeError("Give an apiKey or an accessToken: both have a value.");
  // An empty one is a mistake also where none is required.
  if (!apiKey && !accessToken && (required || apiKey === "" || accessToken === "")) {
    throw new TypeError("Give an apiKey or an accessToken: neither has a value.");
  }
  const secret = apiKey || accessToken;
  const scheme = apiKey ? "Klaviyo-API-Key" : "Bearer";
  const secrets = new Set<string>();

  const remember = (value: string): void => {
    secrets.delete(value);
    secrets.add(value);
    if (secrets.size <= remembered) return;
    // The client's own stays, however many others callers have sent.
    const [oldest] = [...secrets].filter((one) => one !== secret);
    secrets.delete(oldest as string);
  };
  const header = (value: unknown): string => {
    // fetch would quote a value that it cannot send
    if (typeof value !== "string" || !/^[!-~]+$/.test(value)) {
      const name = apiKey ? "apiKey" : "accessToken";
      throw new TypeError(`${name} must be a string with neither spaces nor line breaks, and not empty.`);
    }
    remember(value);
    return `${scheme} ${value}`;
  };
  const redact = (text: string, authorization?: string): string => {
    const all = authorization ? new Set([...secrets, secretIn(authorization)]) : secrets;
    for (const secret of all) text = text.replace(anyFormOf(secret), "[redacted]");
    return text;
  };

  const fixed = secret && typeof secret !== "function" ? header(secret) : undefined;
  let known: Promise<string> | undefined;
  /** How many calls wait for each value that is on its way. */
  const waiting = new Map<Promise<string>, number>();
  const forget = (pending: Promise<string>): void => {
    if (known === pending) known = undefined;
  };
  const ask = (): Promise<string> => {
    const asked = (async () => header(await (secret as () => unknown)()))();
    waiting.set(asked, 0);
    const arrived = (): boolean => waiting.delete(asked);
    asked.then(arrived, () => {
      arrived();
      forget(asked);
    });
    known = asked;
    return asked;
  };
  const arrival = async (value: Promise<string>, limit: TimeLimit): Promise<string> => {
    const count = (change: number): number => {
      const calls = (waiting.get(value) ?? 0) + change;
      if (waiting.has(value)) waiting.set(value, calls);
      return calls;
    };
    if (!waiting.has(value)) return value;
    count(1);
    try {
      return await timeLimit(limit, () => value);
    } catch (error) {
      const last = count(-1) === 0;
      if (waiting.has(value) && (last || Object(error).name === "TimeoutError")) forget(value);
      throw error;
    }
  };
  return {
    renewable: typeof secret === "function",
    current: () => fixed ?? (secret ? (known ?? ask()) : undefined),
    renewed: (refused) => (known && known !== refused ? known : ask()),
    arrival,
    note: (authorization) => remember(secretIn(authorization)),
    redact,
  };
}

/** The word behind the scheme. */
function secretIn(authorization: string): string {
  return authorization.trim().replace(/\S+ +/, "");
}

/** Finds a secret, each of its characters as it is or as JSON or a URL may write it. */
function anyFormOf(secret: string): RegExp {
  const characters = Array.from({ length: secret.length }, (_, index) => {
    const hex = secret.charCodeAt(index).toString(16).padStart(4, "0");
    return `(?:\\\\?\\u${hex}|\\\\u${hex}|%${hex.slice(2)})`;
  });
  return new RegExp(characters.join(""), "gi");
}
