# One file for every service: docker build --target ingest -t ocr-ingest .
# Targets: gateway, ingest, results, extractor, ocrworker, standalone (everything in one process).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Each service is published to its own folder, because files of several services would overwrite each other. Only native libraries of this
# architecture are kept. The packages contain those of a dozen architectures, 700 MB in total.
RUN for service in Gateway Ingest Results Extractor OcrWorker Standalone; do \
      dotnet publish "services/$service" -c Release -o "/published/$service" -v quiet --use-current-runtime --self-contained false -p:PublishReadyToRun=true || exit 1; \
    done

# The image has glibc, because ONNX Runtime needs it. The user is unprivileged. Nothing writes to the file system of the image.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
# ONNX Runtime sends no usage data. The C library keeps freed memory in one heap per thread; few threads read images concurrently.
ENV ORT_DISABLE_TELEMETRY=1 MALLOC_ARENA_MAX=2 DOTNET_EnableDiagnostics=0 \
    ASPNETCORE_HTTP_PORTS=8080 DATA_DIR=/data
WORKDIR /app
COPY deploy/container/healthy.sh /usr/local/bin/healthy
RUN mkdir /data /spool && chown "$APP_UID" /data /spool
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

# This image contains the rules.
FROM runtime AS extractor
COPY --from=build /published/Extractor .
ENTRYPOINT ["dotnet", "Ocr.Extractor.dll"]

# This image contains the models.
FROM runtime AS ocrworker
COPY --from=build /published/OcrWorker .
ENTRYPOINT ["dotnet", "Ocr.OcrWorker.dll"]

FROM runtime AS standalone
ENV PORT=8080
COPY --from=build /published/Standalone .
ENTRYPOINT ["dotnet", "Ocr.Standalone.dll"]
