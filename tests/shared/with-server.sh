# Sourced by test.sh: runs a command with a server or the whole system, and stops it afterwards.

# with_postgres COMMAND: sets TEST_POSTGRES_URL to a new server. It keeps nothing after a power failure: each test drops a database, and that is a checkpoint.
with_postgres() {
  local folder port pid
  source deploy/native/common.sh
  folder=$(mktemp -d) port=$(free_port)
  setsid deploy/native/postgres.sh "$folder/postgres" "$port" -c fsync=off >"$folder/log" 2>&1 </dev/null &
  pid=$!
  if await_port PostgreSQL "$port" "$pid"; then
    TEST_POSTGRES_URL="postgresql://ocr@127.0.0.1:$port/postgres" "$@"
  else
    count 0 1; cat "$folder/log"
  fi
  kill -KILL -- "-$pid"; wait "$pid" 2>/dev/null
  rm -rf "$folder"
}

# with_distributed COMMAND: starts a distributed system with two workers (./run.sh --distributed). Sets OCR_URL to its address, OCR_METRICS to the folder
# with the targets of Prometheus, and OCR_LOG to the output of run.sh. Counts start and stop as one check each.
with_distributed() {
  local folder pid
  folder=$(mktemp -d)
  PORT=0 DATA_DIR=$folder/data RATE_LIMIT_PER_MINUTE=0 RATE_LIMIT_PER_HOUR=0 RATE_LIMIT_BURST=0 RATE_LIMIT_UPLOAD_PER_MINUTE=0 \
    RATE_LIMIT_PROCESS_PER_MINUTE=0 RATE_LIMIT_COST_PER_MINUTE=0 ./run.sh --distributed --workers 2 >"$folder/log" 2>&1 &
  pid=$!
  for _ in $(seq 300); do
    grep -q '^Ready: ' "$folder/log" && break
    kill -0 "$pid" 2>/dev/null || break
    sleep 1
  done
  check "./run.sh --distributed starts" grep '^Ready: ' "$folder/log"
  if grep -q '^Ready: ' "$folder/log"; then
    OCR_URL=$(sed -nE 's/^Ready: ([^ ]+).*/\1/p' "$folder/log") OCR_METRICS=$folder/data/metrics OCR_LOG=$folder/log "$@"
  else cat "$folder/log"; fi
  kill -TERM "$pid" 2>/dev/null
  check "./run.sh --distributed stops" wait "$pid"
  rm -rf "$folder"
}
