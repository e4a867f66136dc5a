# Sourced by the other scripts of this folder.

# Succeeds when a process listens on this port of loopback.
listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Prints an unused port below the range that the system assigns automatically.
free_port() {
  local port
  while :; do
    port=$((20000 + (RANDOM % 12000)))
    listens "$port" || { echo "$port"; return; }
  done
}

# Waits until the process listens. Fails when the process ends, or after three minutes: a broker on a busy machine takes more than one.
await_port() { # name port pid
  for _ in $(seq 1800); do
    listens "$2" && return
    kill -0 "$3" 2>/dev/null || break
    sleep 0.1
  done
  echo "$1 did not start" >&2
  return 1
}

# Succeeds when the service is ready. Does not use curl, which a machine with only the SDK may lack.
is_ready() { # port
  (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3 && grep -q '"status":"healthy"' <&3) 2>/dev/null
}
