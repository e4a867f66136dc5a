using System.Net;
using System.Text.Json;

namespace Ocr.Client;

/// <summary>An error response of the server.</summary>
public class OcrApiException : Exception
{
    internal OcrApiException(HttpStatusCode status, ErrorResponse? body, TimeSpan? retryAfter)
        : base($"{body?.Code ?? $"HTTP_{(int)status}"}: {body?.Mensaje} {body?.Details?.GetRawText()}".TrimEnd())
    {
        Status = status;
        Code = body?.Code ?? $"HTTP_{(int)status}";
        RequestId = body?.RequestId ?? "";
        Help = body?.Help ?? "";
        RetryAfter = retryAfter;
        FieldErrors = Errors(body, "field_errors");
        FileErrors = Errors(body, "file_errors");
        BatchesOfFiles = Batches(body);
    }

    /// <summary>HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Stable code that ends in the status, such as <c>NOT_FOUND_404</c>.</summary>
    public string Code { get; }

    /// <summary>Trace of the request, for the operator of the server.</summary>
    public string RequestId { get; }

    /// <summary>What to do, in Spanish.</summary>
    public string Help { get; }

    /// <summary>When the server accepts requests again.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>Errors by form field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FieldErrors { get; }

    /// <summary>Errors by file name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FileErrors { get; }

    /// <summary>409 of a batch with named files: the batch that already has the file, by stored name.</summary>
    public IReadOnlyDictionary<string, string> BatchesOfFiles { get; }

    private static Dictionary<string, IReadOnlyList<string>> Errors(ErrorResponse? body, string kind) =>
        body?.Details is { ValueKind: JsonValueKind.Object } details && details.TryGetProperty(kind, out var errors)
            ? errors.EnumerateObject().ToDictionary(item => item.Name, item => (IReadOnlyList<string>)[.. item.Value.EnumerateArray().Select(one => one.ToString())])
            : [];

    private static Dictionary<string, string> Batches(ErrorResponse? body) =>
        body?.Details is { ValueKind: JsonValueKind.Object } details && details.TryGetProperty("files_in_batches", out var files)
            ? files.EnumerateArray().ToDictionary(file => file.GetProperty("filename").ToString(), file => file.GetProperty("request_id").ToString())
            : [];
}
