# One file for every service: docker build --target ingest -t ocr-ingest .
# Targets: gateway, ingest, results, extractor, ocrworker, standalone (everything in one process).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Each is published on its own: the files of several services in one folder would hide each other. Native libraries are those of this
# architecture only: the packages bring them for a dozen, 700 MB in all.
RUN for service in Gateway Ingest Results Extractor OcrWorker Standalone; do \
      dotnet publish "services/$service" -c Release -o "/published/$service" -v quiet --use-current-runtime --self-contained false || exit 1; \
    done

# glibc, because ONNX Runtime is built for nothing else; nobody's account; nothing of it is written to.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
# ONNX Runtime sends no usage data. The C library keeps freed memory in a heap a thread; images are read by few at once.
ENV ORT_DISABLE_TELEMETRY=1 MALLOC_ARENA_MAX=2 DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_HTTP_PORTS=8080 DATA_DIR=/data
WORKDIR /app
COPY deploy/container/healthy.sh /usr/local/bin/healthy
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=6 CMD ["healthy"]

FROM runtime AS gateway
COPY --from=build /published/Gateway .
ENTRYPOINT ["dotnet", "Ocr.Gateway.dll"]

FROM runtime AS ingest
COPY --from=build /published/Ingest .
ENTRYPOINT ["dotnet", "Ocr.Ingest.dll"]

FROM runtime AS results
COPY --from=build /published/Results .
ENTRYPOINT ["dotnet", "Ocr.Results.dll"]

# With the rules.
FROM runtime AS extractor
COPY --from=build /published/Extractor .
ENTRYPOINT ["dotnet", "Ocr.Extractor.dll"]

# With the models.
FROM runtime AS ocrworker
COPY --from=build /published/OcrWorker .
ENTRYPOINT ["dotnet", "Ocr.OcrWorker.dll"]

FROM runtime AS standalone
ENV PORT=8080
COPY --from=build /published/Standalone .
ENTRYPOINT ["dotnet", "Ocr.Standalone.dll"]
