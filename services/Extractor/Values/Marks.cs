namespace Ocr.Extractor.Values;

/// <summary>Characters that replace masked digits.</summary>
internal static class Marks
{
    /// <summary>Whether it is a mark that is never punctuation. A full stop is a mark in phones only, and two of them in accounts.</summary>
    public static bool IsMark(char c) => c is '*' or '•' or '●' or '·' or '…' or 'x' or 'X' or '#';

    /// <summary>Replaces all marks of a value by the most frequent one: an app masks with one character, of which the reader confuses some with another.</summary>
    /// <returns>The value itself when no mark is more frequent than the others.</returns>
    public static string Unify(string value)
    {
        var marks = value.Where(IsMark).CountBy(mark => mark).OrderByDescending(mark => mark.Value).ToArray();
        return marks.Length > 1 && marks[0].Value > marks[1].Value
            ? string.Concat(value.Select(c => IsMark(c) ? marks[0].Key : c))
            : value;
    }
}
