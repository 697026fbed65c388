/**
 * The windows of `burst-window.ts`, `steady-window.ts` and `memory-store.ts`, once more for Redis, where a call has to be
 * counted in one step. A test compares the two, step by step. Three keys hold an operation: its state, the slots of its
 * burst window by the time at which they become free, and its calls under way by the time at which they are given up.
 */
const begin = `
local state_key, slots, calls, id = KEYS[1], KEYS[2], KEYS[3], ARGV[1]
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local none = 1e15
local state = {
  blocked = 0, burst_given = none, burst = none, given = none, limit = none, mixed = 0,
  used = 0, window_end = 0, known = 0, turned = -none, late = 0,
}
local stored = redis.call("HGETALL", state_key)
for i = 1, #stored, 2 do state[stored[i]] = tonumber(stored[i + 1]) end
redis.call("ZREMRANGEBYSCORE", slots, "-inf", now)
-- A process that has died ends none of its calls.
redis.call("ZREMRANGEBYSCORE", calls, "-inf", now)

local function turn(windows)
  if state.known == 1 then state.turned = now end
  state.window_end = state.window_end + windows * 60000
  state.used = redis.call("ZCARD", calls)
end

local function save()
  local fields = {}
  for name, value in pairs(state) do
    fields[#fields + 1] = name
    fields[#fields + 1] = tostring(value)
  end
  redis.call("HSET", state_key, unpack(fields))
  redis.call("PEXPIRE", state_key, math.max(120000, state.blocked - now))
  redis.call("PEXPIRE", slots, 120000)
  redis.call("PEXPIRE", calls, 120000)
end
`;

/** `ARGV`: id of the call, burst limit, steady limit. Answers with the milliseconds to wait, 0 when the call may go. */
export const takeScript: string = /* @__PURE__ */ script(`
local burst, steady = tonumber(ARGV[2]), tonumber(ARGV[3])
state.burst_given = math.min(state.burst_given, burst)
state.burst = math.min(state.burst, state.burst_given)
if steady ~= state.given then
  if state.given < none then state.mixed = 1 end
  state.given = math.min(state.given, steady)
  state.limit = math.min(state.limit, state.given)
end

local free = state.blocked
if redis.call("ZCARD", slots) >= state.burst then
  local first = redis.call("ZRANGE", slots, 0, 0, "WITHSCORES")
  free = math.max(free, math.min(now + 1000, tonumber(first[2])))
end
if now >= state.window_end then turn(math.floor((now - state.window_end) / 60000) + 1) end
if state.used >= state.limit then free = math.max(free, state.window_end) end
if free <= now then
  redis.call("ZADD", slots, now + 2000, id)
  redis.call("ZADD", calls, now + 120000, id)
  state.used = state.used + 1
  if state.known == 0 then state.window_end = now + 60000 end
end
save()
return math.max(0, free - now)
`);

/**
 * `ARGV`: id of the call, "unsent", "answered" or "refused", milliseconds that nobody may call, and the numbers of
 * `RateLimit-Limit`, `-Remaining` and `-Reset`; what is unknown is empty.
 */
export const releaseScript: string = /* @__PURE__ */ script(`
local call_end = redis.call("ZSCORE", calls, id)
if not call_end then return end
local sent = tonumber(call_end) - 120000
redis.call("ZREM", calls, id)
if ARGV[2] == "unsent" then
  redis.call("ZREM", slots, id)
  state.used = state.used - 1
  return save()
end

local refused = ARGV[2] == "refused"
redis.call("ZADD", slots, "XX", now + 1000, id)
if now >= state.blocked then
  state.burst = refused and math.max(1, state.burst * 0.7) or math.min(state.burst_given, state.burst + 0.05)
end
if refused then
  state.used = state.used - 1
  if state.late == 0 and now - state.turned < 1500 then
    state.late = 1000
    state.window_end = state.window_end + 1000
  end
  state.blocked = math.max(state.blocked, now + tonumber(ARGV[3]))
end

local said, remaining, reset = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
if remaining and reset and reset <= 60 then
  local told = now + reset * 1000 + state.late
  if state.known == 0 then state.window_end = told end
  state.known = 1
  local windows = math.floor((told - state.window_end) / 60000 + 0.5)
  if windows > 0 then turn(windows) else told = told - windows * 60000 end
  local stood_still = told - 1000 - (now - sent) > state.window_end
  state.window_end = stood_still and told or math.min(state.window_end, told)
  if not said or said == 0 then said = state.limit end
  state.limit = state.mixed == 1 and math.min(state.given, said) or said
  if windows >= 0 and said < none then state.used = math.max(state.used, said - remaining) end
end
save()
`);

/** What both scripts begin with, and what one of them does then. */
function script(body: string): string {
  return begin + body;
}
