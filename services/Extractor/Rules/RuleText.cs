using System.Security.Cryptography;

namespace Ocr.Extractor.Rules;

/// <summary>The rule file and the bank table as they stood at one moment, so that what is checked is what was hashed.</summary>
/// <param name="RulesPath">Where the rule file is.</param>
/// <param name="Rules">The rule file; <see langword="null"/> when it is missing.</param>
/// <param name="BanksPath">Where the bank table is.</param>
/// <param name="Banks">The bank table; <see langword="null"/> when it is missing.</param>
internal sealed record RuleText(string RulesPath, byte[]? Rules, string BanksPath, byte[]? Banks)
{
    private const int ShownBytes = 6;

    /// <summary>Twelve hexadecimal digits of the SHA-256 of both files: any change to either changes it.</summary>
    public string Hash => field ??= Digest();

    public static RuleText Read(string rulesPath, string banksPath) => new(rulesPath, Content(rulesPath), banksPath, Content(banksPath));

    private static byte[]? Content(string path)
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
