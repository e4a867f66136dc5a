# Sourced by run.sh: permits one run per DATA_DIR.

# Prints the processes that write to the logs of a data folder, one "PID NAME" per line. NAME is the name of the log.
log_writers() { # logs
  local link target
  while read -r link target; do
    [[ $target == "$1"/*.log ]] || continue
    link=${link#/proc/}
    echo "${link%%/*} $(basename "$target" .log)"
  done < <(find /proc/[0-9]*/fd/1 -maxdepth 0 -type l -printf '%p %l\n' 2>/dev/null) | sort -n
}

# Locks the folder for this process until it ends, also after exec. Descriptor 9 holds the lock; child processes close it.
lock_data() { # folder
  local folder name pid left=() names=()
  mkdir -p "$1" || { echo "run.sh: DATA_DIR $1 cannot be created" >&2; return 1; }
  folder=$(cd "$1" && pwd)
  # A minimal system outside Linux has no flock. The folder is not locked there.
  command -v flock >/dev/null || return 0
  exec 9<>"$folder/run.lock" || { echo "run.sh: DATA_DIR $folder is not writable" >&2; return 1; }
  if ! flock -n 9; then
    read -r pid <"$folder/run.lock" || true
    echo "run.sh: DATA_DIR $folder is in use by another run.sh (process ${pid:-unknown})." >&2
    echo "        Stop that one first, or set another DATA_DIR and another PORT for this one." >&2
    return 1
  fi
  while read -r pid name; do left+=("$pid"); names+=("$name ($pid)"); done < <(log_writers "$folder/logs")
  if [ "${#left[@]}" -gt 0 ]; then
    echo "run.sh: a run.sh that was killed left these processes on DATA_DIR $folder: ${names[*]}" >&2
    echo "        Stop them, then start again: kill ${left[*]}" >&2
    return 1
  fi
  echo $$ >"$folder/run.lock"
}
