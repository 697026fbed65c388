import type { Checkpoint } from "@org/client";
import type { Redis } from "ioredis";

export interface RedisCheckpointOptions {
  redis: Redis;
  /** Of a hash. */
  key: string;
  /** How long it is kept after the last write. */
  seconds: number;
  /** A key of Redis and what it must hold for a write to count: the lock of a worker that has not been replaced. */
  lock: { key: string; token: string };
}

/** Writes nothing once the lock is somebody else's. The arguments: the token, a time in seconds, and three for each change. */
const writeScript = `
if redis.call("GET", KEYS[2]) ~= ARGV[1] then return 0 end
for index = 3, #ARGV, 3 do
  if ARGV[index] == "set" then redis.call("HSET", KEYS[1], ARGV[index + 1], ARGV[index + 2])
  else redis.call("HDEL", KEYS[1], ARGV[index + 1]) end
end
redis.call("EXPIRE", KEYS[1], ARGV[2])
return 1`;

/**
 * Keeps a checkpoint of `bulk` in Redis, where the worker that replaces a dead one finds it. A worker that was only slow,
 * and has been replaced, cannot write into it any more.
 */
export function redisCheckpoint({ redis, key, seconds, lock }: RedisCheckpointOptions): Checkpoint {
  return {
    read: async () => new Map(Object.entries(await redis.hgetall(key))),
    async write(changes) {
      const args = [...changes].flatMap(([name, value]) => argumentsOf(name, value));
      const written = await redis.eval(writeScript, 2, key, lock.key, lock.token, seconds, ...args);
      if (written !== 1) throw new Error("another worker has taken over this chunk");
    },
  };
}

function argumentsOf(name: string, value: string | undefined): [string, string, string] {
  if (value === undefined) return ["remove", name, ""];
  // Redis would make a text of anything.
  if (typeof value !== "string") throw new TypeError(`the value of '${name}' is no text`);
  return ["set", name, value];
}
