# Sourced by the scripts of this folder.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# Prints the address without parameters that only Npgsql supports, such as the pool size.
libpq_url() {
  : "${DATABASE_URL:?DATABASE_URL is not set}"
  local mode=${DATABASE_URL#*sslmode=}
  [ "$mode" = "$DATABASE_URL" ] && echo "${DATABASE_URL%%\?*}" || echo "${DATABASE_URL%%\?*}?sslmode=${mode%%&*}"
}

ingest() {
  if [ -n "${OCR_INGEST-}" ]; then $OCR_INGEST "$@"; else LOG_LEVEL=WARNING dotnet "$root/artifacts/bin/Ocr.Ingest/release/Ocr.Ingest.dll" "$@"; fi
}
