namespace Ocr.ServiceDefaults.Errors;

/// <summary>Ends a request with an error answer. Thrown by endpoints; its content reaches the client, so it names no internals.</summary>
public sealed class ApiException : Exception
{
    /// <summary>Makes the exception of a fault.</summary>
    /// <param name="fault">What the client is told.</param>
    public ApiException(ApiFault fault)
        : base(fault?.Message) => Fault = fault ?? throw new ArgumentNullException(nameof(fault));

    /// <summary>What the client is told.</summary>
    public ApiFault Fault { get; }
}
