using System.Security.Cryptography;
using System.Text;

namespace Ocr.Gateway.Access;

/// <summary>Comparison that takes as long for a near miss as for a far one.</summary>
internal static class Secrets
{
    /// <summary>Whether two texts are the same.</summary>
    public static bool AreEqual(string? sent, string expected) =>
        // Hashed first, so that not even the length shows.
        sent is not null && CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(sent)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
