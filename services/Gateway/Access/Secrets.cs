using System.Security.Cryptography;
using System.Text;

namespace Ocr.Gateway.Access;

/// <summary>Compares secrets in constant time.</summary>
internal static class Secrets
{
    /// <summary>Whether two texts are equal.</summary>
    public static bool AreEqual(string? sent, string expected) =>
        // Hashed first, so that the time does not depend on the length.
        sent is not null && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
