using System.Security.Cryptography;

namespace Ocr.Recognition.Packs;

/// <summary>The ONNX files of a pack.</summary>
internal static class PackFile
{
    /// <summary>Reads a file and holds it against its hash.</summary>
    /// <param name="folder">The pack.</param>
    /// <param name="section">Where the manifest names it, for faults.</param>
    /// <param name="name">Its name; empty or with a folder in it, nothing is opened, because the manifest's reader has refused it.</param>
    /// <param name="sha256">Lower-case SHA-256 or the start of it; empty when it was refused too.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static byte[] Read(string folder, string section, string name, string sha256, List<string> faults)
    {
        if (name.Length == 0 || name != Path.GetFileName(name))
        {
            return [];
        }

        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, name));
            var actual = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (!actual.StartsWith(sha256, StringComparison.Ordinal))
            {
                faults.Add($"{section}.sha256: {name} has {actual}, expected is {sha256}");
            }

            return bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{section}.file: {name} cannot be read ({error.Message})");
            return [];
        }
    }
}
