namespace Ocr.ServiceDefaults.Errors;

/// <summary>Ends a request with an error response. Thrown by endpoints; its content reaches the client, so it contains no internals.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Creates the exception of an error.</summary>
    /// <param name="error">The error for the client.</param>
    public ApiException(ApiError error)
        : base(error?.Message) => Error = error ?? throw new ArgumentNullException(nameof(error));

    /// <summary>The error for the client.</summary>
    public ApiError Error { get; }
}
