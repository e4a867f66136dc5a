# Sourced by the other scripts of this folder.

# Is something listening on this port of loopback?
listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# A port on which nothing listens, below the range that the system hands out by itself.
free_port() {
  local port
  while :; do
    port=$((20000 + (RANDOM % 12000)))
    listens "$port" || { echo "$port"; return; }
  done
}

# Waits until something listens; gives up when the process ends, or after a minute.
await_port() { # name port pid
  for _ in $(seq 600); do
    listens "$2" && return
    kill -0 "$3" 2>/dev/null || break
    sleep 0.1
  done
  echo "$1 did not start" >&2
  return 1
}

# Is everything that a service needs there? Without curl, which a machine with only the SDK need not have.
is_ready() { # port
  (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && grep -q '"status":"healthy"' <&3) 2>/dev/null
}
