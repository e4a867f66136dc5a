# Sourced by test.sh: runs a command while something is served, and stops it.

# with_postgres COMMAND: TEST_POSTGRES_URL names a server of its own.
with_postgres() {
  local folder port pid
  source deploy/native/common.sh
  folder=$(mktemp -d) port=$(free_port)
  setsid deploy/native/postgres.sh "$folder/postgres" "$port" >"$folder/log" 2>&1 </dev/null &
  pid=$!
  if await_port PostgreSQL "$port" "$pid"; then
    TEST_POSTGRES_URL="postgresql://ocr@127.0.0.1:$port/postgres" "$@"
  else
    failed=$((failed + 1)); cat "$folder/log"
  fi
  kill -KILL -- "-$pid"; wait "$pid" 2>/dev/null
  rm -rf "$folder"
}

# with_distributed COMMAND: OCR_URL names a distributed system with two workers, as ./run.sh --distributed starts it, OCR_METRICS the folder that
# tells Prometheus what it consists of. Counts its start and its end as
# one check each.
with_distributed() {
  local folder pid
  folder=$(mktemp -d)
  PORT=0 DATA_DIR=$folder/data RATE_LIMIT_PER_MINUTE=0 RATE_LIMIT_PER_HOUR=0 RATE_LIMIT_BURST=0 RATE_LIMIT_UPLOAD_PER_MINUTE=0 \
    RATE_LIMIT_PROCESS_PER_MINUTE=0 ./run.sh --distributed --workers 2 >"$folder/log" 2>&1 &
  pid=$!
  for _ in $(seq 300); do
    grep -q '^Ready: ' "$folder/log" && break
    kill -0 "$pid" 2>/dev/null || break
    sleep 1
  done
  check "./run.sh --distributed starts" grep '^Ready: ' "$folder/log"
  if grep -q '^Ready: ' "$folder/log"; then
    OCR_URL=$(sed -nE 's/^Ready: ([^ ]+).*/\1/p' "$folder/log") OCR_METRICS=$folder/data/metrics "$@"
  else cat "$folder/log"; fi
  kill -TERM "$pid" 2>/dev/null
  check "./run.sh --distributed stops" wait "$pid"
  rm -rf "$folder"
}
