import { Redis } from "ioredis";

/** Whoever starts a program wants to know soon that there is no Redis. */
const patience = 5_000;

/** Redis is not there; its message says why. */
export class RedisAwayError extends Error {
  override readonly name = "RedisAwayError";
}

/**
 * A connection to a Redis that has answered. From then on it waits for Redis as long as it takes, and tells of an outage
 * with a line.
 *
 * @throws {RedisAwayError}
 */
export async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  let last: NodeJS.ErrnoException | undefined;
  const remember = (error: Error): void => {
    last = error;
  };
  redis.on("error", remember);
  const refusal = await refusalOf(redis);
  if (refusal === undefined) return redis.off("error", remember).on("error", sparingly("Redis"));
  redis.disconnect();
  // The error of a name with several addresses has no message.
  const reason = refusal || last?.message || last?.code || "no answer";
  throw new RedisAwayError(`Redis cannot be reached at ${placeOf(url)}: ${reason}`);
}

/** A connection that waits for Redis as long as it takes, and tells of an outage with a line. */
export function waitingRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on("error", sparingly("Redis"));
  return redis;
}

/** Whether Redis answers in time. */
export async function answers(redis: Redis): Promise<boolean> {
  return (await refusalOf(redis)) === undefined;
}

/** Why Redis does not answer a ping; an empty text when it says nothing, and `undefined` when it does. */
async function refusalOf(redis: Redis): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, patience, "");
  });
  const answer = redis.ping().then(
    () => undefined,
    ({ message }: Error) => message,
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The address without what logs in. */
function placeOf(url: string): string {
  return new URL(url).host;
}

/** Tells of each error once a minute: a connection that is lost fails many times in a second. */
export function sparingly(who: string): (error: Error) => void {
  const told = new Map<string, number>();
  return ({ message }) => {
    const now = Date.now();
    if (now - (told.get(message) ?? Number.NEGATIVE_INFINITY) < 60_000) return;
    told.set(message, now);
    console.error(`${who}: ${message}`);
  };
}
