using System.Globalization;

namespace Ocr.Testing.Servers;

/// <summary>The addresses of servers, as the services' settings take them.</summary>
public static class ServerAddress
{
    public const string Bucket = "receipts";

    /// <summary>Key and secret alike.</summary>
    public const string S3Key = "S3RVER";

    public static string RabbitMq(int port) => Of("amqp://guest:guest@127.0.0.1:{0}/", port);

    public static string Postgres(int port) => Of("postgresql://ocr:ocr@127.0.0.1:{0}/ocr", port);

    public static string Redis(int port) => Of("redis://127.0.0.1:{0}/0", port);

    public static string S3(int port) => Of("http://127.0.0.1:{0}", port);

    private static string Of(string form, int port) => string.Format(CultureInfo.InvariantCulture, form, port);
}
