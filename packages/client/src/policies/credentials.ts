/** How to authenticate: exactly one of the two. */
export interface CredentialsOptions {
  /** A private API key, `pk_…`. */
  apiKey?: string | undefined;
  /**
   * An OAuth access token, or a function that gets a fresh one. The function is called once before the first call and
   * again, once for all waiting calls, when the API answers 401.
   */
  accessToken?: string | (() => string | Promise<string>) | undefined;
}

/** A source of `Authorization` headers. */
export interface Credentials {
  /**
   * The header's value; pass a value that was refused to get a new one.
   * A string where there can be no other, and asking again is of no use.
   */
  authorization(refused?: string): Promise<string> | string;
  /** Replaces every secret that was handed out. */
  redact(text: string): string;
}

/** Checks the options of a client and makes its source of credentials. */
export function credentials({ apiKey, accessToken }: CredentialsOptions): Credentials {
  if (!apiKey === !accessToken) {
    throw new TypeError(`Give an apiKey or an accessToken: ${apiKey ? "both have" : "neither has"} a value.`);
  }
  const secrets = new Set<string>();
  const header = (secret: string, scheme = "Bearer"): string => {
    // fetch's own message would quote the secret
    if (/[^!-~]/.test(secret)) throw new TypeError("A credential has no space and no line break.");
    secrets.add(secret);
    return `${scheme} ${secret}`;
  };
  const redact = (text: string): string => {
    for (const secret of secrets) text = text.replaceAll(secret, "[redacted]");
    return text;
  };
  if (typeof accessToken !== "function") {
    const value = apiKey ? header(apiKey, "Klaviyo-API-Key") : header(accessToken as string);
    return { authorization: () => value, redact };
  }
  let current: Promise<string> | undefined;
  const authorization = async (refused?: string): Promise<string> => {
    const known = current;
    if (known && (await known) !== refused) return known;
    // who comes second finds what the first one asked for
    if (current === known) {
      current = (async () => header(await accessToken()))();
      current.catch(() => {
        current = undefined;
      });
    }
    return current as Promise<string>;
  };
  return { authorization, redact };
}
