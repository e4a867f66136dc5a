-- Counts a request in all windows of a client if each has room; otherwise in none. Uses the clock of Redis, so that all gateways share it.
-- KEYS[1]: sorted set of the recently active gateways. KEYS[2..]: a hash of slice -> requests for each window.
-- ARGV[1]: id of this gateway. Then for each window: length of a slice (ms), slices, limit.
-- Returns: number of recently active gateways, index of the fullest window (0: admitted), milliseconds until it has room.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 60000)
local gateways = redis.call('ZCARD', KEYS[1])

local full, longest = 0, 0
for index = 2, #KEYS do
  local base = 2 + (index - 2) * 3
  local slice, slices, limit = tonumber(ARGV[base]), tonumber(ARGV[base + 1]), tonumber(ARGV[base + 2])
  local oldest = math.floor(now / slice) - slices
  local counted, total = {}, 0
  local fields = redis.call('HGETALL', KEYS[index])
  for field = 1, #fields, 2 do
    local bucket, count = tonumber(fields[field]), tonumber(fields[field + 1])
    if bucket < oldest then
      redis.call('HDEL', KEYS[index], fields[field])
    else
      counted[#counted + 1] = { bucket, count }
      total = total + count
    end
  end

  table.sort(counted, function(a, b) return a[1] < b[1] end)
  for _, past in ipairs(counted) do
    if total < limit then break end
    total = total - past[2]
    if total < limit then
      local wait = (past[1] + slices + 1) * slice - now
      if wait > longest then full, longest = index - 1, wait end
    end
  end
end

if full == 0 then
  for index = 2, #KEYS do
    local base = 2 + (index - 2) * 3
    local slice, slices = tonumber(ARGV[base]), tonumber(ARGV[base + 1])
    redis.call('HINCRBY', KEYS[index], math.floor(now / slice), 1)
    redis.call('PEXPIRE', KEYS[index], slice * (slices + 1))
  end
end

return { gateways, full, longest }
