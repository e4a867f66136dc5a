using System.Security.Cryptography;

namespace Ocr.Recognition.Packs;

/// <summary>The ONNX files of a pack.</summary>
internal static class PackFile
{
    /// <summary>Reads a file and verifies its hash.</summary>
    /// <param name="folder">Folder of the pack.</param>
    /// <param name="section">Manifest section that names the file, for errors.</param>
    /// <param name="name">Name of the file. Nothing is opened when it is empty or contains a folder, because the manifest's reader has rejected it.</param>
    /// <param name="sha256">Lower-case SHA-256 or a prefix of it; empty when it was rejected.</param>
    /// <param name="errors">Receives the errors.</param>
    public static byte[] Read(string folder, string section, string name, string sha256, List<string> errors)
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
                errors.Add($"{section}.sha256: {name} has {actual}, expected is {sha256}");
            }

            return bytes;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.Add($"{section}.file: {name} cannot be read ({error.Message})");
            return [];
        }
    }
}
