# Sourced by run.sh: starts processes, watches them, and stops them in order. The caller sets $logs.
declare -A pid_of=() command_of=() started_at=() restart_at=() failures=()
servers=() services=()

# Every process gets its own session and its own log. Ctrl+C reaches only the script, which then stops the processes in order.
launch() { # name
  eval "setsid ${command_of[$1]} </dev/null >>\"\$logs/$1.log\" 2>&1 9>&- &"
  pid_of[$1]=$!
  started_at[$1]=$SECONDS
}

start() { # name command…
  local name=$1; shift
  command_of[$name]=$(printf '%q ' "$@")
  launch "$name"
}

start_server() { start "$@"; servers+=("$1"); }
start_service() { start "$@"; services+=("$1"); }

is_running() { kill -0 "${pid_of[$1]}" 2>/dev/null; }

# Waits without a child process, so that signals are handled during the wait.
exec {silence}<> <(:)
pause() { read -rt "$1" -u "$silence" || true; }

# Prints how an ended process ended.
ending() { # name
  local status=0
  wait "${pid_of[$1]}" 2>/dev/null || status=$?
  if [ "$status" -gt 128 ]; then echo "was killed by signal $((status - 128)) ($(kill -l $((status - 128))))"; else echo "ended with exit status $status"; fi
}

# Restarts services that end, until a signal asks it to stop (status 0) or a server ends (status 1). A signal only sets a flag: bash 5.2 may crash
# when a trap exits while it reads. The wait before a restart doubles from 1 s to 30 s while a service ends within a
# minute of its start. Bash's messages about killed jobs ("line 9: 123 Killed …") are dropped.
supervise() {
  stopping=
  trap 'stopping=1' INT TERM HUP
  watch_all {errors}>&2 2>/dev/null
}

watch_all() {
  local name wait
  while pause 0.5; [ -z "$stopping" ]; do
    for name in "${servers[@]}"; do
      is_running "$name" && continue
      echo "$name $(ending "$name"). A server is not restarted: everything stops now, and its data are kept. Log: $logs/$name.log" >&"$errors"
      tail -n 20 "$logs/$name.log" >&"$errors"
      return 1
    done
    for name in "${services[@]}"; do
      if [ -n "${restart_at[$name]-}" ]; then
        [ "$SECONDS" -lt "${restart_at[$name]}" ] || { unset "restart_at[$name]"; launch "$name"; }
      elif ! is_running "$name"; then
        [ $((SECONDS - started_at[$name])) -lt 60 ] || failures[$name]=0
        wait=$((1 << (${failures[$name]:-0} < 5 ? ${failures[$name]:-0} : 5)))
        [ "$wait" -le 30 ] || wait=30
        failures[$name]=$((${failures[$name]:-0} + 1))
        restart_at[$name]=$((SECONDS + wait))
        echo "$name $(ending "$name"). It is started again in $wait s. Log: $logs/$name.log" >&"$errors"
      fi
    done
  done
  return 0
}

# Stops services first, so that they can return their messages while the servers run.
stop() {
  # The reader of the output may have ended. A closed pipe must not prevent stopping the processes.
  trap - EXIT; trap '' INT TERM HUP PIPE
  echo "Stopping…" 2>/dev/null || true
  stop_all "${services[@]}"
  stop_all "${servers[@]}"
}

# Sends SIGTERM to each process, and SIGKILL to those that still run after the time for work in progress.
stop_all() { # name…
  local name left
  for name in "$@"; do kill -TERM "${pid_of[$name]}" 2>/dev/null || true; done
  for _ in $(seq 400); do
    left=0
    for name in "$@"; do ! is_running "$name" || left=1; done
    [ "$left" -eq 1 ] || break
    sleep 0.1
  done
  for name in "$@"; do kill -KILL -- "-${pid_of[$name]}" 2>/dev/null || true; done
}
