using System.Security.Cryptography;

namespace Ocr.Extractor.Rules;

/// <summary>A snapshot of the rule file and the bank table, so that the checked content is the hashed content.</summary>
/// <param name="RulesPath">Path of the rule file.</param>
/// <param name="Rules">The rule file; <see langword="null"/> when it is missing.</param>
/// <param name="BanksPath">Path of the bank table.</param>
/// <param name="Banks">The bank table; <see langword="null"/> when it is missing.</param>
internal sealed record RuleText(string RulesPath, byte[]? Rules, string BanksPath, byte[]? Banks)
{
    private const int ShownBytes = 6;

    /// <summary>Twelve hexadecimal digits of the SHA-256 of both files; changes with any change to either.</summary>
    public string Hash => field ??= Digest();

    public static RuleText Read(string rulesPath, string banksPath) => new(rulesPath, Content(rulesPath), banksPath, Content(banksPath));

    /// <summary>Returns the bytes of a file; <see langword="null"/> when it is missing.</summary>
    internal static byte[]? Content(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in (byte[]?[])[Rules, Banks])
        {
            hash.AppendData(BitConverter.GetBytes(file?.Length ?? -1));
            hash.AppendData(file ?? []);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, ShownBytes));
    }
}
