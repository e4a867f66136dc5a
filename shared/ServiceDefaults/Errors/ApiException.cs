namespace Ocr.ServiceDefaults.Errors;

/// <summary>Ends a request with an error response. Thrown by endpoints; its content reaches the client, so it contains no internals.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Creates the exception of an error.</summary>
    /// <param name="fault">The error for the client.</param>
    public ApiException(ApiFault fault)
        : base(fault?.Message) => Fault = fault ?? throw new ArgumentNullException(nameof(fault));

    /// <summary>The error for the client.</summary>
    public ApiFault Fault { get; }
}
