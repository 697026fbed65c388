export { type RedisClient, type RedisStoreOptions, redisStore } from "./rate-limit/redis-store.ts";
