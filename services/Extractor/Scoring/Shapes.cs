
namespace Ocr.Extractor.Scoring;

/// <summary>Possible forms of a text, one bit each. The tests are intentionally loose: they are features for the model, and the grammars decide.</summary>
[Flags]
internal enum Shape
{
    None = 0,
    Decimals = 1,
    Grouped = 2,
    Phone = 4,
    PhonePrefix = 8,
    MaskedPhone = 16,
    Date = 32,
    Time = 64,
    Document = 128,
    MaskedAccount = 256,
    Account = 512,
    BankCode = 1024,
    Year = 2048,
}

/// <summary>Counts and forms of a text, computed in one scan.</summary>
internal readonly record struct Shapes(int Length, int Digits, int Letters, int Upper, int Marks, Shape Forms)
{
    /// <summary>Number of bits of <see cref="Shape"/>.</summary>
    public const int FormCount = 12;

    private static readonly string[] Prefixes = ["412", "414", "416", "422", "424", "426"];

    /// <param name="text">A token, or tokens of a segment joined without blanks, with misread digits restored.</param>
    public static Shapes Of(string text)
    {
        int digits = 0, letters = 0, upper = 0, marks = 0;
        Span<char> only = stackalloc char[Math.Min(text.Length, 64)];
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (digits < only.Length)
                {
                    only[digits] = c;
                }

                digits++;
            }
            else if (Values.Marks.IsMark(c))
            {
                marks++;
            }
            else if (char.IsLetter(c))
            {
                letters++;
                upper += char.IsUpper(c) ? 1 : 0;
            }
        }

        return new Shapes(text.Length, digits, letters, upper, marks, FormsOf(text, only[..Math.Min(digits, only.Length)], letters, marks));
    }

    private static Shape FormsOf(string text, ReadOnlySpan<char> digits, int letters, int marks)
    {
        var mayBeTime = digits.Length is > 8 and <= 14 || (letters <= 4 && digits.Length is >= 4 and <= 8);
        return Money(text, digits.Length) | Numbers(text, digits, marks) | (mayBeTime ? DateOrTime(text, digits.Length) : Shape.None);
    }

    private static Shape Numbers(string text, ReadOnlySpan<char> digits, int marks)
    {
        var forms = Shape.None;
        var n = digits.Length;
        var phone = n switch
        {
            11 when digits[0] == '0' => digits[1..4],
            12 when digits[..2] is "58" => digits[2..5],
            13 when digits[..3] is "580" => digits[3..6],
            10 => digits[..3],
            _ => default,
        };
        forms |= marks == 0 && IsPrefix(phone) ? Shape.Phone : 0;
        forms |= n == 4 && digits[0] == '0' && IsPrefix(digits[1..]) ? Shape.PhonePrefix : 0;
        forms |= (marks >= 2 || text.Contains("...", StringComparison.Ordinal)) && n is >= 3 and <= 9 && digits is ['0', '4', ..] ? Shape.MaskedPhone : 0;
        forms |= n is >= 6 and <= 10 && marks == 0 && IsDocument(text, n) ? Shape.Document : 0;
        forms |= marks >= 2 && n is >= 3 and < 20 ? Shape.MaskedAccount : 0;
        forms |= n == 20 && marks == 0 ? Shape.Account : 0;
        forms |= n == 4 && digits is ['0', '1', ..] ? Shape.BankCode : 0;
        forms |= n == 4 && digits is ['2', '0', '1' or '2' or '3', _] ? Shape.Year : 0;
        return forms;
    }

    private static bool IsPrefix(ReadOnlySpan<char> three)
    {
        foreach (var prefix in Prefixes)
        {
            if (three.SequenceEqual(prefix))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a document's letter precedes the digits, or dots separate them in the right places.</summary>
    private static bool IsDocument(string text, int digits)
    {
        var first = text.AsSpan().TrimStart('(');
        if (first.Length > 0 && first[0] is 'V' or 'E' or 'J' or 'G' or 'P' or 'v' or 'e' or 'j')
        {
            return true;
        }

        var dot = text.LastIndexOf('.');
        return digits is 7 or 8 && dot > 4 && text.Length - dot == 4 && text[dot - 4] == '.';
    }

    /// <summary>Whether the digits end with a separator and two digits, or form groups of three.</summary>
    private static Shape Money(string text, int digits)
    {
        var last = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        var separator = text.AsSpan().LastIndexOfAny('.', ',');
        if (digits is < 3 or > 12 || separator <= 0 || separator > last || !char.IsAsciiDigit(text[separator - 1]))
        {
            return Shape.None;
        }

        return (last - separator) switch { 2 => Shape.Decimals, 3 => Shape.Grouped, _ => Shape.None };
    }

    private static Shape DateOrTime(string text, int digits)
    {
        int slashes = 0, dashes = 0, colons = 0;
        foreach (var c in text)
        {
            slashes += c == '/' ? 1 : 0;
            dashes += c == '-' ? 1 : 0;
            colons += c == ':' ? 1 : 0;
        }

        return (slashes == 2 || (dashes == 2 && digits is 6 or 8) ? Shape.Date : 0) | (colons is 1 or 2 && digits <= 14 ? Shape.Time : 0);
    }
}
