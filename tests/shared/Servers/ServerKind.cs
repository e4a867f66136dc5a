namespace Ocr.Testing.Servers;

/// <summary>The servers of the distributed system.</summary>
public enum ServerKind
{
    /// <summary>Messages.</summary>
    RabbitMq,

    /// <summary>Rows.</summary>
    Postgres,

    /// <summary>Cache.</summary>
    Redis,

    /// <summary>Images.</summary>
    S3,
}
