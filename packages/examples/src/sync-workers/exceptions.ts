import type { Redis } from "ioredis";

/** What has not been done, by the place of a record in its chunk; the code is that of `bulk`. */
export type Exception = [index: number, status: "failed" | "unknown", error: string, code?: string];

/** Keeps what became of a chunk's records, so that the worker that replaces a dead one knows what that one was told. */
export interface Exceptions {
  add(exception: Exception): Promise<void>;
  all(): Promise<Exception[]>;
}

export interface RedisExceptionsOptions {
  redis: Redis;
  /** Of a hash. */
  key: string;
  /** How long it is kept. */
  seconds: number;
}

export function redisExceptions({ redis, key, seconds }: RedisExceptionsOptions): Exceptions {
  return {
    async add(exception) {
      await redis.multi().hset(key, String(exception[0]), JSON.stringify(exception)).expire(key, seconds).exec();
    },
    all: async () => (await redis.hvals(key)).map((text) => JSON.parse(text) as Exception),
  };
}
