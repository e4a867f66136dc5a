namespace Ocr.Client;

/// <summary>Settings of a client.</summary>
public sealed record OcrClientOptions
{
    /// <summary>API key, sent as <c>X-API-Key</c>. A server without <c>AUTH_REQUIRED</c> needs none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Number and times of retries.</summary>
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>Clock of waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
