export { type RedisStoreOptions, redisStore } from "./rate-limit/redis-store.ts";
