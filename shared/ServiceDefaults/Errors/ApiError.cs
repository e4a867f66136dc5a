namespace Ocr.ServiceDefaults.Errors;

/// <summary>An error response before it has a time and a trace id. Endpoints throw it in an <see cref="ApiException"/>.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Code">Stable code that ends in the status, <c>NOT_FOUND_404</c>.</param>
/// <param name="Message">What happened, English.</param>
/// <param name="Mensaje">What happened, Spanish.</param>
/// <param name="Help">Advice for the client, Spanish.</param>
public sealed record ApiError(int StatusCode, string Code, string Message, string Mensaje, string Help)
{
    /// <summary>A Spanish sentence or an object to serialize. With <see langword="null"/> the response contains <see cref="Mensaje"/>.</summary>
    public object? Details { get; init; }

    /// <summary>Seconds of the <c>Retry-After</c> header; <see langword="null"/> for none.</summary>
    public int? RetryAfter { get; init; }
}
