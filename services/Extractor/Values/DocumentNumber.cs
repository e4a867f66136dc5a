namespace Ocr.Extractor.Values;

/// <summary>A document as its grammar returns it: the letter, the digits, and after a hyphen the check digit where one is printed.</summary>
internal readonly record struct DocumentNumber
{
    private const int WithCheck = 9;

    /// <param name="text"><c>V12345678</c>, <c>J12345678-9</c>.</param>
    public DocumentNumber(string text)
    {
        var hyphen = text.IndexOf('-', StringComparison.Ordinal);
        (Letter, Digits, Check) = hyphen < 0 ? (text[..1], text[1..], "") : (text[..1], text[1..hyphen], text[(hyphen + 1)..]);
    }

    private string Letter { get; }

    private string Digits { get; }

    private string Check { get; }

    /// <summary><c>V-12345678</c>; for a company with its check digit.</summary>
    public string AsDocument => IsLegal(Letter) ? $"{Letter}-{Digits}{Check}" : $"{Letter}-{Digits}";

    /// <summary><c>J-12345678-9</c>, or without the check digit where none is printed.</summary>
    public string AsTaxNumber =>
        Check.Length > 0 ? $"{Letter}-{Digits}-{Check}"
        : Digits.Length == WithCheck ? $"{Letter}-{Digits[..^1]}-{Digits[^1]}"
        : $"{Letter}-{Digits}";

    /// <summary>The letter of a company, an authority or a passport.</summary>
    public static bool IsLegal(string letter) => letter is "J" or "G" or "C" or "P";
}
