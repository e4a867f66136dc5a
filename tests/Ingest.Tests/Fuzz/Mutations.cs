using System.Text;
using CsCheck;

namespace Ocr.Ingest.Tests.Fuzz;

/// <summary>Random mutations of valid bytes.</summary>
internal static class Mutations
{
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\r\n", "\r\n\r\n", "--b", "--b--", "\r\n--b\r\n", "\r\n--b--\r\n", "Content-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n",
            "; filename*=UTF-8''%00%E2%80%AE", "; name=\"\"", "\"", "\\", "\0", "\u00FF\u00FE", "%2e%2e%2f", "{", "[", "}", "\":", "null", "1e999", "-0",
            "\\ud800", "\u00EF\u00BB\u00BF", "Content-Transfer-Encoding: base64\r\n",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    private static readonly Gen<Func<byte[], byte[]>> One = Gen.Select(Gen.Int[0, 5], Gen.Double[0, 1], Gen.Int[1, 40], Gen.Byte, Gen.Int[0, Tokens.Length - 1])
        .Select((kind, where, length, value, token) => (Func<byte[], byte[]>)(bytes => Apply(bytes, kind, where, length, value, Tokens[token])));

    /// <summary>The bytes after a few mutations, possibly none.</summary>
    public static Gen<byte[]> Of(byte[] bytes) => One.Array[0, 4].Select(steps => steps.Aggregate(bytes, (now, step) => step(now)));

    private static byte[] Apply(byte[] bytes, int kind, double where, int length, byte value, byte[] token)
    {
        var start = (int)(where * bytes.Length);
        var end = Math.Min(bytes.Length, start + length);
        return kind switch
        {
            0 => [.. bytes[..start], value, .. bytes[Math.Min(bytes.Length, start + 1)..]],
            1 => [.. bytes[..start], .. bytes[end..]],
            2 => [.. bytes[..end], .. bytes[start..]],
            3 => bytes[..start],
            4 => [.. bytes[..start], .. Enumerable.Repeat(value, length * 50), .. bytes[start..]],
            _ => [.. bytes[..start], .. token, .. bytes[start..]],
        };
    }
}
