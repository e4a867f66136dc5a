namespace Ocr.Extractor.Text;

/// <summary>Restores digits that OCR read as letters inside runs that are numbers already. The length never changes.</summary>
internal static class NumericFold
{
    /// <summary>Minimum number of digits of a number.</summary>
    private const int MinDigits = 2;

    /// <summary>
    /// Restores digits with the help of a digit reading of the same length: letters between digits are replaced by its characters.
    /// Letters before the first digit and after the last stay, because they are a document's letter, a currency or a unit.
    /// </summary>
    public static string Fold(string text, string? digits)
    {
        var folded = Fold(text);
        if (digits?.Length != text.Length || CountDigits(text) < MinDigits)
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
        if (CountDigits(text) < MinDigits)
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

    /// <summary>Returns the length of a currency before the digits: the S of <c>Bs.S12</c> is not a 5.</summary>
    private static int CurrencyLength(string text)
    {
        var rest = text.AsSpan().TrimStart("-–−");
        var sign = text.Length - rest.Length;
        return rest switch
        {
            ['B', 's' or 'S', '.', 'S' or 'D', >= '0' and <= '9', ..] => sign + 4,
            ['B', 's' or 'S', 'S' or 'D', >= '0' and <= '9', ..] => sign + 3,
            ['B', 's' or 'S', _, ..] => sign + 2,
            ['V', 'E', 'S' or 'D', ..] => sign + 3,
            _ => 0,
        };
    }

    private static bool IsNumber(ReadOnlySpan<char> run)
    {
        var (digits, misread) = (CountDigits(run), 0);
        foreach (var c in run)
        {
            misread += char.IsAsciiDigit(c) || Digit(c) == c ? 0 : 1;
        }

        return misread > 0 && digits >= MinDigits && digits > misread;
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
