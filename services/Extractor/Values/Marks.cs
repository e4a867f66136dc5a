namespace Ocr.Extractor.Values;

/// <summary>Characters that replace masked digits.</summary>
internal static class Marks
{
    /// <summary>Whether it is a mark that is never punctuation. A full stop is a mark in phones only, and two of them in accounts.</summary>
    public static bool IsMark(char c) => c is '*' or '•' or '●' or '·' or '…' or 'x' or 'X' or '#';
}
