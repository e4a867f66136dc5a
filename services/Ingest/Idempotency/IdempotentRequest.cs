using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ocr.ServiceDefaults.Errors;

namespace Ocr.Ingest.Idempotency;

/// <summary>A request with an <c>Idempotency-Key</c>.</summary>
/// <param name="Tenant">Tenant that sends it.</param>
/// <param name="Key">The key.</param>
/// <param name="Fingerprint">SHA-256 of path, files and fields, hexadecimal.</param>
internal sealed record IdempotentRequest(string Tenant, string Key, string Fingerprint)
{
    /// <summary>Name of the request header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Response header that marks the replay of a first response.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int MaxLength = 255;

    /// <summary>The key of a request; <see langword="null"/> without one.</summary>
    /// <exception cref="ApiException">400: the header is not a valid key.</exception>
    public static string? KeyOf(HttpRequest request)
    {
        var values = request.Headers[Header];
        if (values.Count == 0)
        {
            return null;
        }

        var key = values.ToString().Trim();
        return values.Count == 1 && key.Length is > 0 and <= MaxLength && key.All(character => character is >= ' ' and <= '~')
            ? key
            : throw new ApiException(ApiErrors.InvalidField(Header, $"Debe tener de 1 a {MaxLength} caracteres ASCII imprimibles, por ejemplo el id del mensaje"));
    }

    /// <summary>The request with its content.</summary>
    /// <param name="tenant">Tenant that sends it.</param>
    /// <param name="key">The key.</param>
    /// <param name="path">Path of the request.</param>
    /// <param name="content">Texts that differ when the content differs, always in the same order.</param>
    public static IdempotentRequest Of(string tenant, string key, PathString path, IEnumerable<string> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, path.Value ?? "");
        foreach (var text in content)
        {
            Append(hash, text);
        }

        return new IdempotentRequest(tenant, key, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    // Each text is prefixed with its length, so that different lists have different bytes.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
