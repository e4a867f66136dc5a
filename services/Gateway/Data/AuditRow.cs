namespace Ocr.Gateway.Data;

/// <summary>An event of the audit trail. It contains no secret and no content of a receipt.</summary>
public sealed class AuditRow
{
    /// <summary>Order of arrival.</summary>
    public long Id { get; init; }

    /// <summary>Time, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>One of the actions of <c>AuditActions</c>.</summary>
    public required string Action { get; init; }

    /// <summary><c>admin</c>, the name of a key, or <c>anonymous</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>Id of the key; <see langword="null"/> for the administrator and for requests without a valid key.</summary>
    public Guid? KeyId { get; init; }

    /// <summary>Address of the client.</summary>
    public required string Address { get; init; }

    /// <summary>Method and path of the request, without the query.</summary>
    public required string Target { get; init; }

    /// <summary>Status of the response.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Trace id of the request.</summary>
    public required string RequestId { get; init; }
}
