using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Ocr.Client;

/// <summary>Client of one server. It can be used concurrently.</summary>
/// <param name="http">Its <see cref="HttpClient.BaseAddress"/> is the address of the server, with a slash at the end.</param>
/// <param name="options">Key and retries.</param>
public sealed class OcrClient(HttpClient http, OcrClientOptions? options = null)
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromSeconds(0.1), LongestPoll = TimeSpan.FromSeconds(2);

    // Proxies end requests that are silent for a minute. After this the result is polled.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly OcrClientOptions _options = options ?? new();
    private readonly Transport _transport = new(http, options ?? new());

    /// <summary>Reads one receipt and returns its individual JSON, with the decision.</summary>
    /// <exception cref="TimeoutException">The receipt is stored and not read yet.</exception>
    /// <exception cref="OcrApiException">An error response.</exception>
    public async Task<ReceiptDocument> ReadAsync(Receipt receipt, ReadSettings? settings = null, CancellationToken cancellationToken = default)
    {
        settings ??= new();
        var started = _options.Time.GetTimestamp();
        var wait = settings.Timeout < LongestWait ? settings.Timeout : LongestWait;
        var call = new Call(HttpMethod.Post, "api/ocr/read", () => ReadForm(receipt, settings))
        {
            IdempotencyKey = settings.IdempotencyKey ?? Guid.NewGuid().ToString(),
            Prefer = string.Create(CultureInfo.InvariantCulture, $"wait={Math.Floor(wait.TotalSeconds):0}"),
        };
        using var response = await _transport.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return ReceiptDocument.Of(await Transport.ReadAsync(response, ModelContext.Default.JsonElement, cancellationToken).ConfigureAwait(false));
        }

        var pending = await Transport.ReadAsync(response, ModelContext.Default.PendingRead, cancellationToken).ConfigureAwait(false);
        await WaitAsync(pending.RequestId, settings.Timeout - _options.Time.GetElapsedTime(started), null, cancellationToken).ConfigureAwait(false);
        return await GetResultAsync(pending.ReceiptId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uploads up to 50 receipts, without reading them.</summary>
    /// <exception cref="OcrApiException">An error response. Nothing is stored.</exception>
    public Task<UploadResponse> UploadAsync(
        IReadOnlyList<Receipt> receipts, UploadSettings? settings = null, CancellationToken cancellationToken = default)
    {
        var path = settings is { Partial: true } ? "api/upload?partial=true" : "api/upload";
        var call = new Call(HttpMethod.Post, path, () => UploadForm(receipts)) { IdempotencyKey = settings?.IdempotencyKey };
        return _transport.JsonAsync(call, ModelContext.Default.UploadResponse, cancellationToken);
    }

    /// <summary>Opens a batch and does not wait for it. Returns its id, blank when no receipt was pending.</summary>
    /// <exception cref="OcrApiException">With <see cref="OcrApiException.BatchesOfFiles"/> when named receipts are in another batch.</exception>
    public async Task<string> StartBatchAsync(BatchRequest batch, CancellationToken cancellationToken = default)
    {
        var call = new Call(HttpMethod.Post, "api/ocr/process_batch", () => JsonContent.Create(batch, ModelContext.Default.BatchRequest))
        {
            IsRepeatable = batch.IsRepeatable,
            Prefer = "respond-async",
        };
        return (await _transport.JsonAsync(call, ModelContext.Default.OpenedBatch, cancellationToken).ConfigureAwait(false)).RequestId;
    }

    /// <summary>Returns the progress of a batch.</summary>
    public Task<BatchStatus> GetBatchStatusAsync(string requestId, CancellationToken cancellationToken = default) =>
        _transport.JsonAsync(Get($"api/ocr/status/{Part(requestId)}"), ModelContext.Default.BatchStatus, cancellationToken);

    /// <summary>Polls a batch until all of its receipts have a result.</summary>
    /// <exception cref="TimeoutException">The batch continues.</exception>
    public async Task<BatchStatus> WaitAsync(
        string requestId, TimeSpan timeout, IProgress<BatchStatus>? progress = null, CancellationToken cancellationToken = default)
    {
        var started = _options.Time.GetTimestamp();
        for (var pause = FirstPoll; ; pause = pause * 1.5 < LongestPoll ? pause * 1.5 : LongestPoll)
        {
            var status = await GetBatchStatusAsync(requestId, cancellationToken).ConfigureAwait(false);
            progress?.Report(status);
            if (status.IsFinished)
            {
                return status;
            }

            if (_options.Time.GetElapsedTime(started) > timeout)
            {
                throw new TimeoutException($"{requestId} is not finished: {status.FilesDone} of {status.FilesTotal}");
            }

            await Task.Delay(pause, _options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the consolidated results of a batch, of the last finished one by default.</summary>
    public Task<BatchResults> GetResultsAsync(string? requestId = null, CancellationToken cancellationToken = default) => _transport.JsonAsync(
        Get("api/extract_results" + (requestId is null ? "" : $"?request_id={Part(requestId)}")), ModelContext.Default.BatchResults, cancellationToken);

    /// <summary>Returns the individual JSON of a receipt, by its <c>receipt_id</c> or the name of its result.</summary>
    public async Task<ReceiptDocument> GetResultAsync(string id, CancellationToken cancellationToken = default) =>
        ReceiptDocument.Of((await _transport.JsonAsync(Get($"api/ocr/result/{Part(id)}"), ModelContext.Default.JsonElement, cancellationToken).ConfigureAwait(false))
            .GetProperty("data"));

    /// <summary>Returns the stored image of a receipt.</summary>
    public async Task<byte[]> GetImageAsync(string id, CancellationToken cancellationToken = default)
    {
        using var response = await _transport.SendAsync(Get($"api/ocr/image/{Part(id)}"), cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the receipts that wait for a batch, oldest first.</summary>
    public Task<PendingPage> GetPendingAsync(int limit = 1000, int offset = 0, CancellationToken cancellationToken = default) =>
        _transport.JsonAsync(Page("api/files/pending", limit, offset), ModelContext.Default.PendingPage, cancellationToken);

    /// <summary>Returns the stored results, the latest first.</summary>
    public Task<ProcessedPage> GetProcessedAsync(int limit = 1000, int offset = 0, CancellationToken cancellationToken = default) =>
        _transport.JsonAsync(Page("api/files/processed", limit, offset), ModelContext.Default.ProcessedPage, cancellationToken);

    private static MultipartFormDataContent ReadForm(Receipt receipt, ReadSettings settings)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(settings.Profile), "profile" },
            { new StringContent(settings.IncludeCoordinates ? "true" : "false"), "include_coordinates" },
        };
        ReceiptForm.Add(form, "image", receipt, "");
        return form;
    }

    private static MultipartFormDataContent UploadForm(IReadOnlyList<Receipt> receipts)
    {
        var form = new MultipartFormDataContent();
        for (var index = 0; index < receipts.Count; index++)
        {
            ReceiptForm.Add(form, "files", receipts[index], string.Create(CultureInfo.InvariantCulture, $"_{index}"));
        }

        return form;
    }

    private static Call Get(string path) => new(HttpMethod.Get, path);

    private static Call Page(string path, int limit, int offset) => Get(string.Create(CultureInfo.InvariantCulture, $"{path}?limit={limit}&offset={offset}"));

    private static string Part(string text) => Uri.EscapeDataString(text);
}
