namespace Ocr.Extractor.Text;

/// <summary>Letters that OCR reads for digits, turned back inside runs that are numbers already. Lengths never change.</summary>
internal static class NumericFold
{
    /// <summary>A run with fewer is no number, whatever its letters look like.</summary>
    private const int FewestDigits = 2;

    /// <summary>
    /// The same, helped by a reading without letters as long as the text: letters between digits become what that one has there.
    /// Letters before the first digit and behind the last stay, for they are a document's letter, a currency, a unit.
    /// </summary>
    public static string Fold(string text, string? digits)
    {
        var folded = Fold(text);
        if (digits?.Length != text.Length || CountDigits(text) < FewestDigits)
        {
            return folded;
        }

        var result = folded.ToCharArray();
        var last = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        for (var i = text.AsSpan().IndexOfAnyInRange('0', '9') + 1; i < last; i++)
        {
            result[i] = char.IsLetter(text[i]) && char.IsAsciiDigit(digits[i]) ? digits[i] : result[i];
        }

        return new string(result);
    }

    public static string Fold(string text)
    {
        if (CountDigits(text) < FewestDigits)
        {
            return text;
        }

        var result = text.ToCharArray();
        var start = CurrencyLength(text);
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && IsNumeric(text[end]))
            {
                end++;
            }

            if (end > start && IsNumber(text.AsSpan(start, end - start)))
            {
                for (var i = start; i < end; i++)
                {
                    result[i] = Digit(text[i]);
                }
            }

            start = end + 1;
        }

        return new string(result);
    }

    private static int CurrencyLength(string text) =>
        text.Length > 2 && text[0] == 'B' && text[1] is 's' or 'S' ? 2 : 0;

    private static bool IsNumber(ReadOnlySpan<char> run)
    {
        var (digits, misread) = (CountDigits(run), 0);
        foreach (var c in run)
        {
            misread += char.IsAsciiDigit(c) || Digit(c) == c ? 0 : 1;
        }

        return misread > 0 && digits >= FewestDigits && digits > misread;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits;
    }

    private static bool IsNumeric(char c) => char.IsAsciiDigit(c) || Digit(c) != c || c is '.' or ',' or '/' or '-' or ':' or '*';

    private static char Digit(char c) => c switch
    {
        'O' or 'Q' or 'o' => '0',
        'l' or 'I' or '|' or '!' => '1',
        'S' => '5',
        'B' => '8',
        'Z' => '2',
        _ => c,
    };
}
