#!/usr/bin/env bash
# sbom.sh [SERVICE…]: writes a CycloneDX bill of materials per service (default: all services) to artifacts/sbom. It lists every NuGet package with its
# version, license and hash. Needs a restored solution (dotnet restore).
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
[ $# -gt 0 ] || set -- Gateway Ingest Results Extractor OcrWorker Standalone
dotnet tool restore >/dev/null
for service in "$@"; do
  dotnet CycloneDX "services/$service/Ocr.$service.csproj" --disable-package-restore --output artifacts/sbom --filename "$service.json" \
    --output-format Json >artifacts/sbom.log || { cat artifacts/sbom.log >&2; exit 1; }
  count=$(grep -c '"purl": "pkg:nuget/' "artifacts/sbom/$service.json") || true
  [ "$count" -gt 0 ] || { echo "artifacts/sbom/$service.json lists no package" >&2; exit 1; }
  echo "artifacts/sbom/$service.json: $count packages"
done
