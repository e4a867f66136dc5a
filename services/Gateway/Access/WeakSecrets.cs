namespace Ocr.Gateway.Access;

/// <summary>Recognizes secrets that a person or a program tries first: long, and made of very little.</summary>
internal static class WeakSecrets
{
    private const int MinDistinctCharacters = 8;
    private const int MinChanges = 8;
    private static readonly string[] Usual = ["password", "contraseña", "contrasena", "changeme", "cambiame", "qwerty", "letmein", "administrador"];

    /// <summary>Whether a secret is made of few characters, of a sequence, of a repetition, or of a word that everybody uses.</summary>
    public static bool IsWeak(string secret) =>
        secret.Distinct().Count() < MinDistinctCharacters
        || Changes(secret) < MinChanges
        || IsRepetition(secret)
        || Usual.Any(word => secret.Contains(word, StringComparison.OrdinalIgnoreCase));

    // "abcdefgh" and "12345678" have one step throughout.
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
