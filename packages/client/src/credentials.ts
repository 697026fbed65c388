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
  /** The header's value; pass a value that was refused to get a new one, where there can be a new one. */
  authorization(refused?: string): Promise<string> | string;
  /** Whether asking again after a refusal can help. */
  readonly renewable: boolean;
  /** Replaces every secret that was handed out. */
  redact(text: string): string;
}

/** Checks the options of a client and makes its source of credentials. */
export function credentials({ apiKey, accessToken }: CredentialsOptions): Credentials {
  if (!apiKey === !accessToken) throw new TypeError(apiKey ? both : neither);
  const secrets = new Set<string>();
  const header = (scheme: string, secret: string): string => {
    // fetch's own message would quote the secret
    if (!/^[\x21-\x7e]+$/.test(secret)) throw new TypeError(unsendable);
    secrets.add(secret);
    return `${scheme} ${secret}`;
  };
  const redact = (text: string): string => {
    for (const secret of secrets) text = text.replaceAll(secret, "[redacted]");
    return text;
  };
  if (typeof accessToken !== "function") {
    const value = apiKey ? header("Klaviyo-API-Key", apiKey) : header("Bearer", accessToken as string);
    return { authorization: () => value, renewable: false, redact };
  }
  let current: Promise<string> | undefined;
  return {
    async authorization(refused) {
      const known = current;
      if (known && (await known) !== refused) return known;
      // who comes second finds what the first one asked for
      if (current === known)
        current = Promise.resolve()
          .then(accessToken)
          .then((token) => header("Bearer", token));
      const asked = current as Promise<string>;
      return asked.catch((error) => {
        if (current === asked) current = undefined;
        throw error;
      });
    },
    renewable: true,
    redact,
  };
}

const neither = "createClient needs an apiKey (a private key, pk_…) or an accessToken: neither has a value.";
const both = "createClient takes an apiKey or an accessToken: both have a value, leave one out.";
const unsendable = "The apiKey or accessToken has a character that no header can carry: a space or a line break?";
