namespace Ocr.Gateway.Access;

/// <summary>Detects long secrets with little variety, which an attacker tries first.</summary>
internal static class WeakSecrets
{
    private const int MinDistinctCharacters = 8;
    private const int MinChanges = 8;
    private static readonly string[] Usual = ["password", "contraseña", "contrasena", "changeme", "cambiame", "qwerty", "letmein", "administrador"];

    /// <summary>Whether a secret has few distinct characters, is a sequence or a repetition, or contains a common word.</summary>
    public static bool IsWeak(string secret) =>
        secret.Distinct().Count() < MinDistinctCharacters
        || Changes(secret) < MinChanges
        || IsRepetition(secret)
        || Usual.Any(word => secret.Contains(word, StringComparison.OrdinalIgnoreCase));

    // All steps of "abcdefgh" and "12345678" are equal.
    private static int Changes(string secret)
    {
        var changes = 0;
        for (var at = 2; at < secret.Length; at++)
        {
            changes += secret[at] - secret[at - 1] == secret[at - 1] - secret[at - 2] ? 0 : 1;
        }

        return changes;
    }

    private static bool IsRepetition(string secret) =>
        Enumerable.Range(1, secret.Length / 2).Any(period => secret.Skip(period).Zip(secret).All(pair => pair.First == pair.Second));
}
